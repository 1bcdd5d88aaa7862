import Campaigns

/// The words of a letter; its figures are in the enclosures.
struct LetterText {
    let campaign: Campaign
    let period: Period

    /// Who signs: the setting `bulletin_office`, else the county's organisation department.
    var office: String {
        if let office = campaign.settings["bulletin_office"] { return office }
        let county = campaign.settings.text(.county)
        return county.isEmpty ? "" : "中共\(county)委组织部"
    }

    static func title(of kind: Recipient.Mail) -> String {
        switch kind {
        case .bulletin: "通报"
        case .feedback: "反馈"
        case .reminder: "催报"
        case .lists: "清单"
        }
    }

    func subject(of kind: Recipient.Mail, for name: String) -> String {
        let campaign = campaign.settings.text(.campaignTitle)
        switch kind {
        case .bulletin: return "\(period.chinese)\(campaign)情况通报"
        case .feedback: return "\(period.chinese)\(campaign)反馈（\(name)）"
        case .reminder: return "\(period.chinese)\(campaign)催报（\(name)）"
        case .lists: return "\(period.chinese)\(campaign)清单"
        }
    }

    func text(
        of kind: Recipient.Mail, for name: String, enclosing enclosures: [Enclosure]
    ) -> String {
        let title = campaign.settings.text(.campaignTitle)
        var lines = ["\(name)：", ""]
        switch kind {
        case .bulletin:
            lines.append("现将\(period.chinese)\(title)情况通报发给你们，请查收附件。")
        case .feedback:
            lines.append("\(period.chinese)\(title)报表的办理情况见附件，只发给本单位。")
            lines.append("有退回件的，请按标注改正后重新报送；有需要核实的，请核对并在备注中说明。")
        case .reminder:
            lines.append("\(period.chinese)\(title)报表尚未收到，请尽快报送。")
        case .lists:
            lines.append("\(period.chinese)\(title)有关清单见附件。")
        }
        lines += ["", "附件："]
        lines += enclosures.enumerated().map { "\($0.offset + 1). \($0.element.attachmentName)" }
        lines += ["", office, "（内部资料，请勿转发。本邮件由系统发出。）"]
        return lines.joined(separator: "\n")
    }
}
