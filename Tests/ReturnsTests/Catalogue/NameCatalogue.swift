import Campaigns
import Findings

/// The catalogue of how names are written, in a county made for it.
///
/// A line is `where | written | found | why`. Where is 单位 for the name of a unit, else the unit on
/// whose sheet a village stands (？ where it is not known). Found is the code; 两可 where it may be one of
/// several; else the names that are proposed, nearest first, behind 无.
enum NameCatalogue {
    static let campaign = Campaign(
        settings: Settings(texts: ["county": "青石县"]),
        units: [
            unit("T1", "城关镇", ["城关"]), unit("T2", "河口镇", []), unit("T3", "零口镇", []),
            unit("S1", "东街办事处", ["东街道办"], kind: "subdistrict"),
            unit("S2", "西街街道", [], kind: "subdistrict"), unit("T4", "东街", []),
            unit("D1", "县财政局", ["财政局", "青石县财政局"], kind: "department"),
            unit("D2", "县民政局", ["民政局"], kind: "department"),
            unit("D3", "县委组织部", ["组织部"], kind: "department"),
        ],
        roster: [
            village("1", "东关村", ["东关"]), village("2", "西关村", []), village("3", "黄口村", []),
            village("4", "三〇二村", []), village("5", "\u{9FB4}水村", []), village("6", "郎家村", []),
            village("7", "东（氵甸）村", []), village("8", "二道河村", []), village("9", "山前村", []),
            village("10", "山后村村民委员会", []), village("11", "龙王庙村", ["龙王庙"]),
            village("12", "石桥村", ["石桥"]), village("13", "石桥", []),
            village("14", "青石县林场村", []), village("15", "\u{2298F}家村", []),
            village("21", "东关村", [], unit: "T2"), village("22", "河西村", [], unit: "T2"),
            RosterEntry(code: "31", name: "东关社区", sector: "community", unit: "T1"),
            RosterEntry(code: "41", name: "财政局机关党支部", sector: "organ", unit: "D1"),
        ], forms: [])

    private static func unit(
        _ code: String, _ name: String, _ aliases: [String], kind: String = "township"
    ) -> Unit {
        Unit(code: code, name: name, shortName: name, aliases: aliases, kind: kind)
    }

    private static func village(
        _ code: String, _ name: String, _ aliases: [String], unit: String = "T1"
    ) -> RosterEntry {
        RosterEntry(code: code, name: name, aliases: aliases, sector: "rural", unit: unit)
    }

    static let cases = drawing.split(separator: "\n").map { NameCase(line: $0) }

    private static let drawing = """
        单位 | 城关镇 | T1 | 原名
        单位 | 城关 | T1 | 别名
        单位 | 城关镇人民政府 | T1 | 去掉机关名
        单位 | 城关镇党委 | T1 | 去掉机关名
        单位 | 中共城关镇委员会 | T1 | 去掉中共、委员会
        单位 | 中共青石县城关镇委员会 | T1 | 去掉中共、县名、委员会
        单位 | 青石县城关镇 | T1 | 去掉县名
        单位 | 青石县城关镇人民政府（盖章） | T1 | 去掉县名、机关名、盖章
        单位 | 城关镇（公章） | T1 | 去掉公章
        单位 | 城 关 镇 | T1 | 空格
        单位 | 城{3000}关{A0}镇{200B} | T1 | 看不见的字符
        单位 | 城关镇{A} | T1 | 换行
        单位 | 东街办事处 | S1 | 原名
        单位 | 东街道办 | S1 | 别名
        单位 | 东街办事处党工委 | S1 | 去掉党工委，办事处是名称的一部分
        单位 | 东街 | T4 | 办事处不替人添上
        单位 | 东街人民政府 | T4 | 去掉机关名
        单位 | 西街街道办事处 | S2 | 简称里没有办事处，去掉
        单位 | 财政局党组 | D1 | 去掉党组
        单位 | 青石县财政局党组 | D1 | 去掉党组
        单位 | 中共青石县财政局党组 | D1 | 去掉中共、党组
        单位 | 零口镇 | T3 | 原名
        单位 | 〇口镇 | T3 | 〇即零
        单位 | ○口镇 | T3 | ○即零
        单位 | 城観镇 | 无 城关镇、河口镇、零口镇 | 像也不算
        单位 | 城關鎮 | 无 城关镇 | 繁体不替人改
        单位 | 城观镇 | 无 城关镇、河口镇、零口镇 | 别字
        单位 | 城?镇 | 无 城关镇、河口镇、零口镇 | 丢了字，不猜
        单位 | 城□镇 | 无 城关镇、河口镇、零口镇 | 丢了字，不猜
        单位 | 城{E123}镇 | 无 城关镇、河口镇、零口镇 | 造字，不猜
        单位 | 政府 | 无 县财政局、县民政局 | 只是机关名
        单位 | 组织部门 | 无 县委组织部 | 多一个字
        城关镇 | 东关村 | 1 | 本镇的
        河口镇 | 东关村 | 21 | 同名的两个村，按镇分
        ？ | 东关村 | 两可 1、21 | 同名的两个村，不知道是哪个镇
        城关镇 | 东关 | 1 | 别名
        河口镇 | 东关 | 无 东关村 | 别名是别的镇的
        城关镇 | 东关村村民委员会 | 1 | 去掉村民委员会
        城关镇 | 东关村民委员会 | 1 | 村民委员会连着村字
        城关镇 | 东关村委会 | 1 | 村委会连着村字
        城关镇 | 东关村村委会 | 1 | 去掉村委会
        城关镇 | 西关村委会 | 2 | 村委会连着村字
        城关镇 | 山后村 | 10 | 册上写着村民委员会
        城关镇 | 山后村委会 | 10 | 两边都去掉
        城关镇 | 石桥村 | 12 | 原名
        城关镇 | 石桥 | 两可 12、13 | 一个村的别名是另一个村的原名
        城关镇 | 石桥村委会 | 两可 12、13 | 去掉村委会是13，去掉委会是12
        城关镇 | 城关镇东关村 | 1 | 前面写着本镇
        城关镇 | 青石县城关镇东关村 | 无 东关村、西关村、黄口村 | 县名和镇名一起写
        城关镇 | 河口镇东关村 | 无 东关村、西关村、黄口村 | 前面写着别的镇
        ？ | 河口镇东关村 | 21 | 前面写着镇，就是那个镇的
        城关镇 | 黄口村 | 3 | 原名
        城关镇 | 黄囗村 | 3 | 囗即口
        城关镇 | 黄ロ村 | 3 | 片假名ロ
        城关镇 | 三〇二村 | 4 | 原名
        城关镇 | 三○二村 | 4 | ○即〇
        城关镇 | 三０二村 | 4 | ０即〇
        城关镇 | 三0二村 | 4 | 0即〇
        城关镇 | 三零二村 | 4 | 零即〇
        城关镇 | {E81E}水村 | 5 | Windows 字体的私用区
        城关镇 | {E854}水村 | 无 {9FB4}水村、东关村、西关村 | 私用区里的另一个字
        城关镇 | {E83B}家村 | 15 | Windows 字体的私用区
        城关镇 | {E847}家村 | 无 郎家村、{2298F}家村、东关村 | 私用区里的另一个字
        城关镇 | 郎家村 | 6 | 原名
        城关镇 | {F92C}家村 | 6 | 兼容汉字
        城关镇 | ⼆道河村 | 8 | 康熙部首
        城关镇 | ニ道河村 | 8 | 片假名ニ
        城关镇 | ⼭前村 | 9 | 康熙部首
        城关镇 | ⻰王庙村 | 11 | 部首补充
        城关镇 | 东（氵甸）村 | 7 | 原名
        城关镇 | 东(氵甸)村 | 7 | 半角括号
        城关镇 | 东【氵甸】村 | 7 | 别的括号
        城关镇 | 东[氵甸]村 | 7 | 别的括号
        城关镇 | 东（氵+甸）村 | 7 | 拆字写法
        城关镇 | 东（左氵右甸）村 | 7 | 拆字写法
        城关镇 | 东⿰氵甸村 | 7 | 拆字写法
        城关镇 | 东（⿰氵甸）村 | 7 | 拆字写法
        城关镇 | 东?村 | 无 东关村、西关村、黄口村 | 丢了字，合的在前
        城关镇 | 黄（口口）村 | 无 黄口村、东（氵甸）村、东关村 | 拆字不替人合
        城关镇 | #东关村 | 1 | #只是其中项的记号
        城关镇 | 东关村* | 无 东关村、西关村、黄口村 | 多了记号
        城关镇 | 1.东关村 | 无 东关村、西关村、黄口村 | 多了序号
        城关镇 | 东关村（贫困村） | 无 东关村、东（氵甸）村、西关村 | 多了说明
        城关镇 | 东关邨 | 无 东关村、西关村、东（氵甸）村 | 异体字不替人改
        城关镇 | 东関村 | 无 东关村、西关村、黄口村 | 别字
        城关镇 | 合计 | 无 | 没有像的
        城关镇 | 东关社区 | 无 东关村、西关村、东（氵甸）村 | 别的领域的
        城关镇 | 林场村 | 14 | 册上写着县名
        """
}

/// One line of the catalogue of names.
struct NameCase: Sendable, Hashable {
    var place: String
    var written: String
    var found: String
    var why: String

    init(line: some StringProtocol) {
        let parts = CellCase(line: line, group: "")
        (place, written, found, why) = (parts.column, parts.typed, parts.expected, parts.reason)
    }
}
