/// The stems of the names of towns and subdistricts, each with the letters of its mailbox.
///
/// None of them is the stem of a division's name anywhere in the country's list; 城关, the seat, is
/// what a seat is called in hundreds of counties.
enum TownNames {
    /// A stem and its letters.
    struct Name {
        var stem: String
        var letters: String
    }

    static let towns = names([
        "城关 chengguan",
        "槐垭 huaiya", "鹤畔 hepan", "桑渡 sangdu", "栗沟 ligou", "鹿岭 luling", "枫畔 fengpan",
        "砚湾 yanwan", "茗岔 mingcha", "荻溪 dixi", "锦垣 jinyuan", "藤湾 tengwan", "磬坪 qingping",
        "霜岔 shuangcha", "梧泾 wujing", "晴寨 qingzhai", "鹭汊 lucha", "荞塬 qiaoyuan", "霜砭 shuangbian",
        "墨汀 moting", "鹿峪 luyu", "桐汊 tongcha", "樟砭 zhangbian", "磬峪 qingyu", "蕨坪 jueping",
        "荻箩 diluo", "樟滩 zhangtan", "葛畔 gepan", "葛箩 geluo", "槐洄 huaihui", "麂溪 jixi",
        "锦沟 jingou", "葛汀 geting", "漆寨 qizhai", "笙滩 shengtan", "墨寨 mozhai", "麂梁 jiliang",
        "霜箩 shuangluo", "梧坞 wuwu", "梧坝 wuba", "鹭渡 ludu", "雁汊 yancha", "鹭畔 lupan", "黛沟 daigou",
        "雁滩 yantan", "梧塬 wuyuan", "鹤梁 heliang", "荞泾 qiaojing", "樟岔 zhangcha", "雁垭 yanya",
        "鹿崖 luya", "砚坞 yanwu", "鹤渡 hedu", "薇泾 weijing", "薇箩 weiluo", "葛湫 geqiu", "栗垣 liyuan",
        "黛湫 daiqiu", "薇寨 weizhai", "柳泾 liujing", "桐沟 tonggou", "枫渡 fengdu", "鹤砭 hebian",
        "砚畔 yanpan", "筠岔 yuncha", "雁箩 yanluo", "漆沟 qigou", "苇栈 weizhan", "黛峪 daiyu",
        "鹿洄 luhui", "笙箩 shengluo", "墨梁 moliang", "樟坞 zhangwu", "菖汀 changting", "杉渡 shandu",
        "茗汀 mingting", "菖岭 changling", "霜洄 shuanghui", "菖湾 changwan", "笙梁 shengliang",
        "蕨峪 jueyu", "砚寨 yanzhai", "茗沟 minggou", "蕨砭 juebian",
    ])

    static let subdistricts = names([
        "晴岭 qingling", "棠洄 tanghui", "榆坪 yuping", "芦湫 luqiu", "柳洄 liuhui", "桐塬 tongyuan",
        "岚坞 lanwu", "筠坪 yunping", "锦岭 jinling", "黛畔 daipan", "杉垣 shanyuan", "漆崖 qiya",
    ])

    private static func names(_ list: [String]) -> [Name] {
        list.map { text in
            let parts = text.split(separator: " ")
            return Name(stem: String(parts[0]), letters: String(parts[parts.count - 1]))
        }
    }
}
