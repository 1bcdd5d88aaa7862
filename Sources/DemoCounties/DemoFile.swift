/// One file of a demo: where it goes below the Inbox, and what it holds.
package struct DemoFile: Hashable, Sendable {
    /// Below the Inbox, `/` between folders: `2020-06/农村/城关镇2020年6月农村月报.xlsx`.
    package var path: String
    package var bytes: [UInt8]
}
