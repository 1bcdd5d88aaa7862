import Campaigns
import Findings
import Testing

struct LintTests {
    @Test func `a campaign without faults is passed over in silence`() {
        #expect(SmallCampaign().said.isEmpty)
    }

    @Test(arguments: [
        ("units", "102,河口镇人民政府", "101,河口镇人民政府", "units.csv › 第3行 › A3 F505"),
        ("fields", "rural,file_done", "rural,CADRES", "fields.csv › 第4行 › B4 F505"),
        ("rules", "V41,", "V21,", "rules.csv › 第4行 › A4 F505"),
        ("settings", "formal_min,3", "due_day,3", "settings.csv › 第4行 › A4 F505"),
        ("roster", "rural,102", "rural,103", "roster.csv › 第4行 › E4 F506"),
        ("roster", "101,201", "101,301", "roster.csv › 第2行 › F2 F506"),
        ("roster", "西关村,,rural", "西关村,,rual", "roster.csv › 第3行 › D3 F506"),
        ("roster", "102,,,,,", "102,,,,,1003", "roster.csv › 第4行 › J4 F506"),
        ("roster", "102,,,,,", "102,,,2020-06-01,2020-05-01,", "roster.csv › 第4行 › I4 F504"),
        ("fields", "rural,pay_paid", "rual,pay_paid", "fields.csv › 第5行 › A5 F506"),
        ("fields", "100,,,,yes", "100,site,,,yes", ""),
        (
            "fields", "enum:site,,yes,,,site", "enum:sites,,yes,,,sites",
            "fields.csv › 第6行 › J6 F506"
        ),
        ("rules", "V21,rural", "V21,rual", "rules.csv › 第3行 › B3 F506"),
        ("rules", "V59,inspection", "V59,rural", "rules.csv › 第6行 › B6 F506"),
        ("indicators", "submission", "submissions", "indicators.csv › 第3行 › D3 F506"),
        ("inspection_items", "rural.cadres", "rural.cadre", "inspection_items.csv › 第2行 › C2 F506"),
        ("settings", "formal_min,3", "talk_indicators,R01;R9", "settings.csv › 第4行 › B4 F506"),
        ("settings", "formal_min,3", "problem_rules,V999", "settings.csv › 第4行 › B4 F506"),
        ("units", "河口镇,,", "河口镇,城 关,", "units.csv › 第3行 › D3 F510"),
        ("units", "财政局,,", "河口镇,,", "units.csv › 第4行 › C4 F510"),
        ("roster", "西关村,", "西关村,东关", "roster.csv › 第3行 › C3 F510"),
        ("fields", "建档人数,,", "建档人数,村干部数,", "fields.csv › 第4行 › D4 F510"),
        ("choices", "site,无场所,没有", "site,无场所,已达标", "choices.csv › 第3行 › C3 F510"),
        ("fields", "rural,cadres", "rural,reported", "fields.csv › 第3行 › B3 F511"),
        ("settings", "formal_min", "month", "settings.csv › 第4行 › A4 F511"),
        ("forms", "inspection,暗访", "roster,暗访", "forms.csv › 第3行 › A3 F511"),
        ("indicators", ",60,100,", ",50,100,", "indicators.csv › 第1行 › L1 F512"),
        ("forms", "inspection,暗访", "visits,暗访", "forms.csv › 第3行 › A3 F506"),
        ("fields", "村名,subject_name", "村名,text", "forms.csv › 第2行 › C2 F502"),
        ("rules", ",疑似,", ",,", "rules.csv › 第6行 › F6 F504"),
        ("fields", "yes,1,15", "yes,16,15", "fields.csv › 第3行 › I3 F504"),
    ])
    func `a fault between cells is a finding at the cell to mend`(
        table: String, old: String, new: String, expected: String
    ) {
        let said = SmallCampaign().with(table, old, new).said
        guard !expected.isEmpty else { return }
        #expect(said.contains { $0.hasPrefix(expected + " ") }, "\(said)")
    }

    @Test func `a township's successor may bear its name`() {
        let said = SmallCampaign().with(
            "units", "102,河口镇人民政府,河口镇,,township,乡镇组,,b@county.example,,,",
            """
            102,河口镇人民政府,河口镇,,township,乡镇组,,b@county.example,,2020-03-31,103
            103,新河镇人民政府,新河镇,河口镇,township,乡镇组,,d@county.example,2020-04-01,,
            """
        ).with("roster", "rural,102", "rural,103").said
        #expect(said.isEmpty)
    }

    @Test(arguments: [
        ("", "接手的单位"), ("101", "“城关镇人民政府”"),
    ])
    func `entries that outlast their unit are told at its last day`(
        successor: String, named: String
    ) {
        let row = "102,河口镇人民政府,河口镇,,township,乡镇组,,b@county.example,,"
        let ended = SmallCampaign().with("units", row + ",", row + "2020-06-15,\(successor)")
        #expect(ended.said.count == 1)
        #expect(
            ended.said.first?.hasPrefix(
                "units.csv › 第3行 › J3 F626 “河口镇人民政府”有效到2020-06-15，花名册上仍有效的还有1个归它（东关村）") == true,
            "\(ended.said)")
        let finding = CampaignLint.findings(for: ended.reading).first
        #expect(finding?.severity == .query)
        #expect(
            finding?.advice.chinese.hasPrefix("每个在 valid_to 填同一天，另起一行：新代码，unit 填\(named)") == true)
        // An entry that ends with it is nobody's loss.
        #expect(ended.with("roster", "102,,,,,", "102,,,,2020-06-15,").said.isEmpty)
        #expect(ended.with("roster", "102,,,,,", "102,,,,2020-06-16,").said.count == 1)
    }

    @Test(arguments: [
        ("cur.file_done >", "F507", "syntax error"),
        ("cur.file_don > cur.cadres", "F506", "“when”的“cur.file_don”在“fields”里找不到"),
        ("prev.cadres > cur.cadres", "F506", "“when”的“prev.cadres”在“fields”里找不到"),
        ("cur.cadres > :formal_mni", "F506", "“when”的“:formal_mni”在“settings”里找不到"),
        ("cur.site = '达票'", "F506", "“when”的“达票”在“choices”里找不到"),
        ("SUM(cur.cadres) > 3", "F507", "只有一行，不能汇总"),
        ("cur.cadres % 2 = 1", "F508", "“%”"),
        ("IFNULL(cur.cadres, 0) > 3", "F508", "“IFNULL(…)”"),
        ("MAX(cur.cadres, 3) > 5", "F508", "“MAX(…, …)”"),
        ("LEAST(cur.cadres, 3) > 5", "F508", "“cur.cadres”"),
        ("cur.file_done / cur.cadres > 0.5", "F508", "“cur.file_done / cur.cadres”"),
        ("cur.site = \"达标\"", "F508", "“\"达标\"”"),
        ("cur.site = 1", "F508", "“cur.site = 1”"),
        ("cur.cadres", "F508", "“cur.cadres”"),
        ("(SELECT COUNT(*) FROM cur) > 1", "F508", "“SELECT”"),
        ("(SELECT sql FROM sqlite_master) = ''", "F508", "“SELECT”"),
    ])
    func `a formula that does not run, or not everywhere, is a finding at its cell`(
        formula: String, code: String, words: String
    ) {
        let written = "\"" + formula.replacing("\"", with: "\"\"") + "\""
        let said = SmallCampaign().with("rules", "cur.file_done > cur.cadres", written).said
        let expected = "rules.csv › 第3行 › E3 \(code) "
        #expect(said.contains { $0.hasPrefix(expected) && $0.contains(words) }, "\(said)")
    }

    @Test func `the formulas of fields and indicators are tried as well`() {
        let said = SmallCampaign()
            .with("fields", "site = '达标'", "sites = '达标'")
            .with("fields", "0,cadres", "0,cadre")
            .with("indicators", "SUM(file_done)", "SUM(file_done > 3)")
            .with("indicators", "SUM(cadres)", "cadres")
            .with("indicators", "SUM(on_time)", "SUM(ontime)").said
        #expect(
            said == [
                "fields.csv › 第4行 › I4 F506 “max”的“cadre”在“fields”里找不到",
                "fields.csv › 第7行 › G7 F506 “required”的“sites”在“fields”里找不到",
                "indicators.csv › 第2行 › E2 F508 “numerator”的公式用了“SUM(file_done > 3)”，换一个数据库会算出别的结果",
                "indicators.csv › 第2行 › F2 F508 “denominator”的公式用了“cadres”，换一个数据库会算出别的结果",
                "indicators.csv › 第3行 › E3 F506 “numerator”的“ontime”在“fields”里找不到",
            ])
    }

    @Test func `what to write instead is proposed`() {
        let reading = SmallCampaign().with("indicators", "SUM(file_done)", "SUM(file_done > 3)")
            .reading
        let advice = CampaignLint.findings(for: reading).map(\.advice.chinese)
        #expect(advice == ["改用COUNT(*) FILTER (WHERE file_done > 3)"])
    }

    @Test func `a hole in a sentence names a column`() {
        let said = SmallCampaign().with("rules", "多于{cur.cadres}", "多于{cur.cadre}").said
        #expect(said == ["rules.csv › 第3行 › F3 F506 “message_zh”的“{cur.cadre}”在“fields”里找不到"])
    }

    @Test func `a hole with which a sentence begins names one as well`() {
        let said = SmallCampaign().with("rules", "建档{cur.file_done}", "{cur.file_doen}").said
        #expect(
            said == ["rules.csv › 第3行 › F3 F506 “message_zh”的“{cur.file_doen}”在“fields”里找不到"])
    }

    @Test func `every check that a rule may name is listed`() {
        let lines = CheckList.text(in: .chinese).split(separator: "\n")
        #expect(lines.count == CheckList.checks.count)
        #expect(lines.first == "F101\tfile\tunreadable_file\t错误\t文件读不出")
        #expect(!lines.contains { $0.contains("campaign") })
    }
}
