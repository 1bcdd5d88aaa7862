/// The groups that a two-row head puts over columns.
enum HeaderGroups {
    private static let groups: [String: [String: String]] = [
        "rural": [
            "cadres": "村干部队伍", "sys_built": "村干部队伍", "duty_days": "村干部队伍", "file_done": "村干部队伍",
            "pay_due": "报酬和经费", "pay_paid": "报酬和经费", "fund_due": "报酬和经费", "fund_paid": "报酬和经费",
            "site_status": "阵地建设", "site_open_days": "阵地建设", "fs_assigned": "第一书记情况",
            "fs_days": "第一书记情况", "study_cnt": "学习和培训", "train_cum": "学习和培训",
            "dec_due": "民主议事", "dec_done": "民主议事",
        ],
        "community": [
            "allow_due": "待遇和经费", "allow_paid": "待遇和经费", "office_due": "待遇和经费",
            "office_paid": "待遇和经费", "serve_due": "待遇和经费", "serve_paid": "待遇和经费",
            "grid_total": "网格管理", "grid_done": "网格管理", "float_known": "党员服务",
            "float_managed": "党员服务", "inservice_reg": "党员服务", "inservice_act": "党员服务",
            "vol_events": "党员服务",
        ],
        "enterprise": [
            "formal": "组织建设", "org_type": "组织建设", "org_date": "组织建设", "guide": "队伍建设",
            "leader_link": "队伍建设", "sec_train": "队伍建设", "sec_cert": "队伍建设", "perf_done": "队伍建设",
            "sixhave": "阵地和活动", "model_room": "阵地和活动", "star": "阵地和活动", "act_cnt": "阵地和活动",
        ],
        "organ": [
            "congress": "三会一课", "committee": "三会一课", "group_meet": "三会一课", "lecture": "三会一课",
            "sec_lecture": "书记三个至少", "dz_lecture": "书记三个至少", "dem_life": "书记三个至少",
            "org_life": "书记三个至少", "research": "书记三个至少", "study_days": "学习和读书",
            "read_hours": "学习和读书", "read_words": "学习和读书", "read_books": "学习和读书",
            "dues_due": "党费收缴", "dues_paid": "党费收缴",
        ],
    ]

    /// Nil where the column stands alone.
    static func group(of field: String, in form: String) -> String? { groups[form]?[field] }
}
