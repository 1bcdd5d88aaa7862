import FuzzSupport

/// libFuzzer's entry (LLVM, "libFuzzer: a library for coverage-guided fuzz testing").
@_cdecl("LLVMFuzzerTestOneInput")
package func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    FuzzTarget.styles.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}
