/// Why an archive could not be taken apart, in the words of the one who has to send it again.
extension Problem.BundleFault {
    var message: Bilingual {
        switch self {
        case .unopened: Bilingual("是压缩包，不是一张张的表", "is an archive, not a workbook")
        case .locked: Bilingual("压缩包有密码，打不开", "the archive is protected by a password")
        case .empty: Bilingual("压缩包里没有可收的文件", "there is no file in the archive to be taken")
        case .nested:
            Bilingual("是压缩包里的压缩包，没有拆开", "is an archive inside an archive and was not opened")
        case .doubled(let name):
            Bilingual(
                "压缩包里有两个文件同名：“\(name.printable)”",
                "two files in the archive bear one name (\(name.printable))")
        case .oddNames:
            Bilingual(
                "压缩包里的文件名不正常（指向别处，或有控制字符），没有拆开",
                "names in the archive point elsewhere or hold control characters; it was not opened"
            )
        case .unknownMethod:
            Bilingual(
                "压缩包用了少见的压缩方法，打不开", "the archive is packed by a method that is not known here")
        }
    }

    var advice: Bilingual {
        switch self {
        case .unopened:
            Bilingual("解压后看里面的表", "unpack it and look at the workbooks inside")
        case .locked:
            Bilingual(
                "去掉密码重新压缩，或者把里面的表一张张报送",
                "pack it again without a password, or send the workbooks one by one")
        case .empty:
            Bilingual("把表放进压缩包后重报", "put the workbooks into it and send it again")
        case .nested:
            Bilingual(
                "把里层的表拿出来，直接放进外层压缩包，或者一张张报送",
                "take the workbooks out of the inner one, or send them one by one")
        case .doubled:
            Bilingual("改掉一个名称，重新压缩后报送", "rename one of them and pack it again")
        case .oddNames:
            Bilingual(
                "用电脑自带的压缩功能重新压缩，或者把里面的表一张张报送",
                "pack it again with the system's own tool, or send the workbooks one by one")
        case .unknownMethod:
            Bilingual(
                "压缩时选 ZIP 格式、标准方式，或者把里面的表一张张报送",
                "choose the ZIP format and the standard method, or send the workbooks one by one")
        }
    }
}
