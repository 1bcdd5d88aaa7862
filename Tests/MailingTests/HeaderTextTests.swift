import Testing

@testable import Mailing

@Suite struct HeaderTextTests {
    @Test(arguments: ["", "a", "ab", "abc", "通报", String(repeating: "五位一体通报", count: 20)])
    func `一个字不会被拆进两个编码词，每个词不超过75字节`(text: String) throws {
        let words = HeaderText.encodedWords(text)
        #expect(words.allSatisfy { $0.utf8.count <= 75 })
        let decoded = try words.map { word -> String in
            let body = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
            let bytes = try #require(Base64Decoder.decode(String(body)))
            // Strict: a word that ended within a character would not be UTF-8.
            return try #require(String(validating: bytes, as: UTF8.self))
        }
        #expect(decoded.joined() == text)
    }

    @Test func `短的ASCII原样写，像编码词的不原样写`() throws {
        #expect(try HeaderText.unstructured("June report", in: "Subject") == "June report")
        let disguised = try HeaderText.unstructured("=?UTF-8?B?YQ==?=", in: "Subject")
        #expect(disguised == "=?UTF-8?B?PT9VVEYtOD9CP1lRPT0/PQ==?=")
    }

    @Test(arguments: ["a\r\nBcc: x@y", "a\nb", "a\rb", "a\0b"])
    func `含回车换行或空字符的值不写进信头`(text: String) {
        #expect(throws: MailError.illegalHeader("Subject")) {
            try HeaderText.unstructured(text, in: "Subject")
        }
        #expect(throws: MailError.illegalHeader("X")) {
            try HeaderText.quoted("name", text, in: "X")
        }
        #expect(throws: MailError.illegalHeader("X")) {
            try HeaderText.extended("filename", text, in: "X")
        }
    }

    @Test func `附件名的两种写法`() throws {
        #expect(
            try HeaderText.quoted("name", "通报.xlsx", in: "X")
                == "name=\"=?UTF-8?B?6YCa5oqlLnhsc3g=?=\"")
        #expect(
            try HeaderText.extended("filename", "通报.xlsx", in: "X")
                == "filename*=UTF-8''%E9%80%9A%E6%8A%A5.xlsx")
        #expect(try HeaderText.quoted("name", "a\"b.csv", in: "X") == "name=\"a\\\"b.csv\"")
    }

    @Test func `base64每行76个字符，行末回车换行`() {
        let lines = Base64.lines(Array(repeating: 0xFF, count: 100))
        let text = String(decoding: lines, as: UTF8.self)
        #expect(
            text == String(repeating: "/", count: 76) + "\r\n" + String(repeating: "/", count: 57)
                + "w==\r\n")
        #expect(Base64.lines([]).isEmpty)
    }

    @Test(arguments: [
        "a@b.c", "zzb.zk-1@lanchuan.example",
    ])
    func `普通的邮箱地址`(text: String) throws {
        #expect(try Mailbox(text).address == text)
    }

    @Test(arguments: [
        "", "a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b\r\nRCPT TO:<x@y>", "名@b.c", "a@b..c",
        "a@-\u{0}", "a,b@c", "\"a b\"@c",
    ])
    func `别的写法一律不认`(text: String) {
        #expect(throws: MailError.illegalMailbox) { try Mailbox(text) }
    }
}

/// The other way round, for tests.
enum Base64Decoder {
    static func decode(_ text: String) -> [UInt8]? {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var bits = 0
        var count = 0
        var bytes: [UInt8] = []
        for character in text where character != "=" {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
                bits &= (1 << count) - 1
            }
        }
        return bytes
    }
}
