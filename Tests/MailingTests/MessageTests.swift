import Foundation
import Mailing
import Testing

@Suite struct MessageTests {
    @Test func `整封信的样子`() throws {
        let message = try Samples.message()
        let bytes = try message.encoded(digest: String(repeating: "0123456789abcdef", count: 4))
        #expect(bytes.allSatisfy { $0 < 128 })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.replacingOccurrences(of: "\r\n", with: "\n") == Self.golden)
        #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains { "\r\n".contains($0) })
        #expect(
            text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 120 })
    }

    @Test func `Python的邮件库两种写法都读得出附件名`() throws {
        guard let python = Python.path else { return Python.skip("python3") }
        let bytes = try Samples.message().encoded(
            digest: String(repeating: "0123456789abcdef", count: 4))
        let output = try Python.run(python, Self.reader, input: bytes)
        #expect(
            output == """
                2020年6月基层党建“五位一体”提升活动情况通报
                中共岚川县委组织部 <zzb@lanchuan.example>
                县委书记办公室 <xwsj@lanchuan.example>
                2020-07-08T09:00:00+08:00
                五位一体通报-2020年06月.xlsx
                五位一体通报-2020年06月.xlsx
                五位一体通报-2020年06月.xlsx
                PK\u{3}\u{4}样本
                []

                """)
    }

    /// Prints what a mail program shows: subject, sender, recipient, date, the attachment's name in its
    /// three places, its content, and the defects found.
    private static let reader = """
        import sys, re, email, email.policy, urllib.parse
        from email.header import decode_header, make_header
        raw = sys.stdin.buffer.read()
        m = email.message_from_bytes(raw, policy=email.policy.default)
        print(m['subject']); print(m['from']); print(m['to']); print(m['date'].datetime.isoformat())
        p = [p for p in m.walk() if p.get_content_disposition() == 'attachment'][0]
        text = raw.decode('ascii').replace('\\r\\n ', ' ')
        for pattern in (r' name="([^"]*)"', r' filename="([^"]*)"'):
            print(make_header(decode_header(re.search(pattern, text).group(1))))
        print(urllib.parse.unquote(re.search(r"filename\\*=UTF-8''(\\S+)", text).group(1)))
        print(p.get_payload(decode=True).decode('utf-8'))
        print([d for part in m.walk() for d in part.defects])
        """

    private static let golden = """
        From: =?UTF-8?B?5Lit5YWx5bKa5bed5Y6/5aeU57uE57uH6YOo?=
         <zzb@lanchuan.example>
        To: =?UTF-8?B?5Y6/5aeU5Lmm6K6w5Yqe5YWs5a6k?=
         <xwsj@lanchuan.example>
        Subject: =?UTF-8?B?MjAyMOW5tDbmnIjln7rlsYLlhZrlu7rigJzkupTkvY3kuIA=?=
         =?UTF-8?B?5L2T4oCd5o+Q5Y2H5rS75Yqo5oOF5Ya16YCa5oql?=
        Date: Wed, 08 Jul 2020 09:00:00 +0800
        Message-ID: <0123456789abcdef0123456789abcdef@lanchuan.example>
        MIME-Version: 1.0
        Auto-Submitted: auto-generated
        Content-Type: multipart/mixed; boundary="=_tongbao_0123456789abcdef01234567"

        --=_tongbao_0123456789abcdef01234567
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: base64

        5Y6/5aeU5Lmm6K6w5Yqe5YWs5a6k77yaDQror7fmn6XmlLbpmYTku7bjgIINCi4NCuS7peeCueW8
        gOWktOeahOS4gOihjOS5n+imgeWOn+agt+mAgeWIsOOAgg0K
        --=_tongbao_0123456789abcdef01234567
        Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
         name="=?UTF-8?B?5LqU5L2N5LiA5L2T6YCa5oqlLTIwMjDlubQwNuaciC54bHN4?="
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment;
         filename="=?UTF-8?B?5LqU5L2N5LiA5L2T6YCa5oqlLTIwMjDlubQwNuaciC54bHN4?=";
         filename*=UTF-8''%E4%BA%94%E4%BD%8D%E4%B8%80%E4%BD%93%E9%80%9A%E6%8A%A5-2020%E5%B9%B406%E6%9C%88.xlsx

        UEsDBOagt+acrA==
        --=_tongbao_0123456789abcdef01234567--

        """
}
