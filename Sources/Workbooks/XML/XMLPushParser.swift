import CLibXML2

/// What a reader of one XML part does with its elements; pointers are good during the call only.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError)
    func end(_ name: XMLName) throws(WorkbookError)
    /// Called several times for one run of text.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// One pass of libxml2's SAX2 push parser over one part.
///
/// What matters here is what is off: no entity is ever resolved (`getEntity` is nil), any document
/// type ends the parse, nothing is loaded from anywhere. Elements of namespaces other than the
/// part's own are skipped with all they hold, which covers `mc:AlternateContent` and extensions.
final class XMLPushParser {
    private let part: String
    private let namespace: Namespace
    private let handler: any XMLHandler
    private let limits: WorkbookLimits
    private var context: xmlParserCtxtPtr?
    private var fault: WorkbookError?
    private var depth = 0
    /// The depth of the foreign element that is being skipped; 0 for none.
    private var foreignDepth = 0
    /// Nothing is wrong and nothing is skipped: the one look that each event takes.
    private var isHearing = true
    private var sawRoot = false
    private var linesElsewhere = 0
    /// Of the first fault; where libxml2 stops afterwards depends on how much it was given at once.
    private var faultyLine: Int?
    /// Names of namespaces are interned by libxml2, so a pointer stands for one.
    private var known: (uri: UnsafePointer<UInt8>, isOwn: Bool)?

    /// The encodings a part may declare; iconv would take many more.
    private static let encodings: Set<String> = [
        "UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312", "US-ASCII",
        "ASCII",
    ]

    /// Done once before the first parse, whatever thread comes first.
    private static let isPrepared: Bool = {
        xmlInitParser()
        xmlSetExternalEntityLoader { _, _, _ in nil }
        // Faults of an encoding go past the parser's own callback, and print bytes of the content.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        xmlThrDefSetStructuredErrorFunc(nil) { _, _ in }
        return true
    }()

    init(
        part: String, of namespace: Namespace, into handler: any XMLHandler, limits: WorkbookLimits
    ) {
        self.part = part
        self.namespace = namespace
        self.handler = handler
        self.limits = limits
        var callbacks = Self.isPrepared ? Self.callbacks : xmlSAXHandler()
        context = xmlCreatePushParserCtxt(
            &callbacks, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        if let context { xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue)) }
    }

    deinit {
        if let context { xmlFreeParserCtxt(context) }
    }

    /// Takes the next piece; false once nothing more is wanted.
    func feed(_ chunk: Span<UInt8>) -> Bool {
        guard let context, fault == nil else { return false }
        _ = chunk.withUnsafeBytes { bytes in
            xmlParseChunk(
                context, bytes.assumingMemoryBound(to: CChar.self).baseAddress,
                Int32(clamping: bytes.count), 0)
        }
        if let input = context.pointee.input, let current = input.pointee.cur,
            let end = input.pointee.end, end - current > limits.unfinishedTag
        {
            refuse(.limit("部件\(part)里有过长的标记", "\(part) holds an endless tag"))
        }
        if fault == nil, context.pointee.wellFormed == 0 { refuse(damaged) }
        return fault == nil
    }

    /// All that was fed has become events, and the bytes were UTF-8: what follows may be read by
    /// somebody else up to a place where the parser can go on.
    var mayPause: Bool {
        guard fault == nil, foreignDepth == 0, let context, let input = context.pointee.input,
            input.pointee.cur == input.pointee.end
        else { return false }
        guard let name = context.pointee.encoding ?? input.pointee.encoding else { return true }
        return ["UTF-8", "UTF8"].contains(String(cString: name).uppercased())
    }

    /// Nothing is wrong so far.
    var mayContinue: Bool { fault == nil }

    /// Counts line ends in what somebody else has read, for the places of errors.
    func add(lines: Int) { linesElsewhere += lines }

    /// Takes markup of our own.
    func feed(_ markup: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
        return feed(bytes.span)
    }

    /// Ends the part and throws what was wrong with it.
    func finish() throws(WorkbookError) {
        if let context, fault == nil {
            _ = xmlParseChunk(context, nil, 0, 1)
            if fault == nil, context.pointee.wellFormed == 0 || !sawRoot { refuse(damaged) }
        }
        if let fault { throw fault }
        guard context != nil else { throw .damaged(part) }
    }

    private var damaged: WorkbookError {
        // Where a decoder that nobody wants fails depends on how much it was given at once.
        guard isEncodingAllowed else { return .damaged("\(part):1") }
        let line = Int(context?.pointee.input?.pointee.line ?? 0) + linesElsewhere
        return .damaged("\(part):\(faultyLine ?? line)")
    }

    private func refuse(_ error: WorkbookError) {
        if fault == nil { fault = error }
        isHearing = false
        if let context { xmlStopParser(context) }
    }
}

extension XMLPushParser {
    @inline(__always)
    private func start(
        _ local: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?, namespaces: Int,
        _ attributes: XMLAttributes
    ) {
        guard fault == nil else { return }
        depth += 1
        if !sawRoot {
            sawRoot = true
            guard isEncodingAllowed else { return refuse(damaged) }
        }
        guard depth <= limits.depth else {
            return refuse(.limit("部件\(part)嵌套太深", "\(part) is nested too deeply"))
        }
        guard attributes.count + namespaces <= limits.attributes else {
            return refuse(.limit("部件\(part)的属性太多", "\(part) has too many attributes"))
        }
        guard isHearing else { return }
        guard isOwn(uri) else {
            foreignDepth = depth
            isHearing = false
            return
        }
        do throws(WorkbookError) {
            try handler.start(XMLName(local: local), attributes)
        } catch { refuse(error) }
    }

    @inline(__always)
    private func end(_ local: UnsafePointer<UInt8>) {
        defer { depth -= 1 }
        guard isHearing else {
            if fault == nil, foreignDepth == depth {
                foreignDepth = 0
                isHearing = true
            }
            return
        }
        do throws(WorkbookError) { try handler.end(XMLName(local: local)) } catch { refuse(error) }
    }

    @inline(__always)
    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isHearing { handler.text(bytes) }
    }

    private func isOwn(_ uri: UnsafePointer<UInt8>?) -> Bool {
        guard let uri else { return false }
        if let known, known.uri == uri { return known.isOwn }
        let isOwn = Namespace(uri) == namespace
        known = (uri, isOwn)
        return isOwn
    }

    private var isEncodingAllowed: Bool {
        guard let context,
            let name = context.pointee.encoding ?? context.pointee.input?.pointee.encoding
        else { return true }
        return Self.encodings.contains(String(cString: name).uppercased())
    }

    /// Lends the parser behind a callback's data without counting the reference: it outlives the
    /// parse, and callbacks come by the million.
    @inline(__always)
    private static func with(
        _ data: UnsafeMutableRawPointer?, _ body: (XMLPushParser) -> Void
    ) {
        guard let data else { return }
        Unmanaged<XMLPushParser>.fromOpaque(data)._withUnsafeGuaranteedRef(body)
    }

    private static var callbacks: xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        // XML_SAX2_MAGIC, a macro that Swift does not see.
        callbacks.initialized = 0xDEED_BEAF
        callbacks.startElementNs = { data, local, _, uri, namespaces, _, count, _, attributes in
            guard let local else { return }
            XMLPushParser.with(data) {
                $0.start(
                    local, uri, namespaces: Int(namespaces),
                    XMLAttributes(attributes, count: Int(count)))
            }
        }
        callbacks.endElementNs = { data, local, _, _ in
            guard let local else { return }
            XMLPushParser.with(data) { $0.end(local) }
        }
        callbacks.characters = { data, bytes, count in
            guard let bytes, count > 0 else { return }
            XMLPushParser.with(data) {
                $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
        callbacks.ignorableWhitespace = callbacks.characters
        callbacks.cdataBlock = callbacks.characters
        callbacks.internalSubset = { data, _, _, _ in
            XMLPushParser.with(data) { $0.refuseDocumentType() }
        }
        callbacks.externalSubset = callbacks.internalSubset
        callbacks.entityDecl = { data, _, _, _, _, _ in
            XMLPushParser.with(data) { $0.refuseDocumentType() }
        }
        callbacks.unparsedEntityDecl = { data, _, _, _, _ in
            XMLPushParser.with(data) { $0.refuseDocumentType() }
        }
        // Set also so that libxml2 does not print; the verdict is read from the context.
        callbacks.serror = { data, error in
            guard let error, error.pointee.level == XML_ERR_FATAL else { return }
            XMLPushParser.with(data) { $0.noteFault(line: Int(error.pointee.line)) }
        }
        return callbacks
    }

    private func noteFault(line: Int) {
        if faultyLine == nil { faultyLine = line + linesElsewhere }
    }

    /// Office programs never write one, and entities are how XML explodes.
    private func refuseDocumentType() { refuse(damaged) }
}
