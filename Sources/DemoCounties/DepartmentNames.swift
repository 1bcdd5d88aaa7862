/// The county's departments: short name, letters of the mailbox, whether it has a leading party group.
enum DepartmentNames {
    struct Name {
        var short: String
        var letters: String
        var hasGroup: Bool
        /// As it stands on the seal, without the county's name.
        var full: String
        /// What else it is called.
        var aliases: [String]
    }

    /// Departments that send first secretaries or look after social organisations or enterprises.
    static let responsible = names([
        "财政局 caizheng 是", "教育体育局 jiaoti 是 教体局", "农业农村局 nongye 是 农业局",
        "水利局 shuili 是", "林业局 linye 是", "交通运输局 jiaotong 是 交通局", "民政局 minzheng 是",
        "住房和城乡建设局 zhujian 是 住建局", "自然资源局 ziran 是 国土资源局", "卫生健康局 weijian 是 卫健局",
        "人力资源和社会保障局 renshe 是 人社局", "发展和改革局 fagai 是 发改局", "工业和商务局 gongshang 是 工商务局",
        "市场监督管理局 shijian 是 市场监管局", "文化和旅游局 wenlv 是 文旅局", "乡村发展服务中心 xiangcun 否",
        "供销合作社 gongxiao 是 供销社", "科学技术局 keji 是 科技局", "招商服务中心 zhaoshang 否", "畜牧兽医中心 xumu 否",
        "公路管理段 gonglu 否", "茶业发展中心 chaye 否", "气象服务中心 qixiang 否", "水文服务站 shuiwen 否",
    ])

    /// Departments with branches of their own and nothing else to report.
    static let internalOnly = names([
        "审计局 shenji 是", "统计局 tongji 是", "司法局 sifa 是", "信访局 xinfang 否", "档案馆 dangan 否",
        "应急管理局 yingji 是 应急局", "医疗保障局 yibao 是 医保局", "退役军人事务局 tuiyi 是 退役军人局",
        "县委办公室 xianweiban 否 县委办", "县直机关工委 jiguan 否 直属机关工委", "政务服务中心 zhengwu 否",
        "机关事务服务中心 shiwu 否 机关事务中心", "县委编办 bianban 否 机构编制委员会办公室",
        "地方志办公室 difangzhi 否 地志办", "融媒体中心 rongmei 否", "接待服务中心 jiedai 否", "公积金服务部 gongjijin 否",
    ])

    private static func names(_ list: [String]) -> [Name] {
        list.map { text in
            let parts = text.split(separator: " ").map(String.init)
            let short = parts[0]
            let bare = short.hasPrefix("县") ? String(short.dropFirst()) : short
            return Name(
                short: short, letters: parts[1], hasGroup: parts[2] == "是",
                full: "岚川县" + bare, aliases: ["县" + bare] + parts.dropFirst(3))
        }
    }
}
