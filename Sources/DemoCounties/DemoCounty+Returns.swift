package import Campaigns

extension DemoCounty {
    /// What the campaign asks for, of this county's units and roster.
    package func campaign(_ template: Campaign) -> Campaign {
        Campaign(
            settings: template.settings, units: units, roster: roster, forms: template.forms,
            choices: template.choices, rules: template.rules, indicators: template.indicators,
            inspectionItems: template.inspectionItems, tasks: template.tasks,
            calendar: template.calendar, recipients: template.recipients,
            clockOffset: template.clockOffset)
    }

    /// Hands every file of an Inbox to `body`, one after the other, the register of receipts last.
    ///
    /// Forms, choices, calendar and due time are the template's. Of forms that are not in the shipped
    /// campaign nothing is made, of its forms the fields that the demo knows. The months ascend without
    /// gaps. In any layout but `.mixed` there are no planned faults.
    package func forEachReturn(
        months: [Period], campaign template: Campaign, layout: SheetLayout = .mixed,
        _ body: (DemoFile) throws(DemoError) -> Void
    ) throws(DemoError) {
        try withoutActuallyEscaping(body) { body throws(DemoError) in
            var maker = InboxMaker(
                seed: seed, campaign: campaign(template), months: months, layout: layout,
                body: body)
            try maker.make()
        }
    }

    /// All files of an Inbox at once; for a large county `forEachReturn` needs less memory.
    package func returns(
        months: [Period], campaign template: Campaign, layout: SheetLayout = .mixed
    ) throws(DemoError) -> [DemoFile] {
        var files: [DemoFile] = []
        try forEachReturn(months: months, campaign: template, layout: layout) {
            file throws(DemoError) in
            files.append(file)
        }
        return files
    }

    /// Which planned fault falls to which unit and month.
    package func faults(months: [Period], campaign template: Campaign) -> [AssignedFault] {
        let campaign = campaign(template)
        return FaultPlan(
            roster: roster, months: months, forms: campaign.forms, owing: campaign.unitsExpected
        ).assigned
    }
}
