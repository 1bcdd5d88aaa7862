/// The encodings of text files, as `Workbook.Format` names them.
///
/// The set is closed and each is decoded strictly, so no statistics are needed to tell them apart;
/// GB18030 contains GBK and GB 2312.
enum TextEncoding: String {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"

    /// The encoding that a byte order mark announces, and the mark's bytes.
    static let marks: [(encoding: TextEncoding, bytes: [UInt8])] = [
        (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
        (.utf16BigEndian, [0xFE, 0xFF]), (.gb18030, [0x84, 0x31, 0x95, 0x33]),
    ]
}
