import Findings

/// Drop-downs and limits of numbers (ECMA-376 Part 1, 18.3.1.32).
extension SheetWriter {
    func writeValidations(lists: [Int: String], to text: inout XMLText) {
        let validations = sheet.validations.enumerated().filter { !$0.element.ranges.isEmpty }
        guard !validations.isEmpty else { return }
        text.open("dataValidations", ["count": "\(validations.count)"])
        for (index, validation) in validations {
            let (type, formulas) = Self.formulas(of: validation.rule, list: lists[index])
            text.open(
                "dataValidation",
                [
                    "type": type,
                    "errorStyle": validation.strictness == .stop
                        ? nil : validation.strictness.rawValue,
                    "allowBlank": "1", "showInputMessage": "1", "showErrorMessage": "1",
                    "errorTitle": validation.errorText.isEmpty ? nil : "请核对",
                    "error": validation.errorText.isEmpty
                        ? nil : validation.errorText.cut(toUnits: 255),
                    "promptTitle": validation.promptTitle.isEmpty
                        ? nil : validation.promptTitle.cut(toUnits: 32),
                    "prompt": validation.prompt.isEmpty
                        ? nil : validation.prompt.cut(toUnits: 255),
                    "sqref": validation.ranges.map(\.description).joined(separator: " "),
                ])
            for (number, formula) in formulas.enumerated() {
                text.element("formula\(number + 1)", text: formula)
            }
            text.close("dataValidation")
        }
        text.close("dataValidations")
    }

    /// The operator is left out: between the two limits is what it means then.
    private static func formulas(
        of rule: ValidationDraft.Rule, list: String?
    ) -> (type: String?, formulas: [String]) {
        switch rule {
        case .list(let items): ("list", [list ?? "\"" + items.joined(separator: ",") + "\""])
        case .integer(let minimum, let maximum): ("whole", [String(minimum), String(maximum)])
        case .decimal(let minimum, let maximum):
            ("decimal", [shortestDigits(minimum), shortestDigits(maximum)])
        case .date(let first, let last):
            ("date", [first, last].map { String(max(1, DateSerial.serial(of: $0))) })
        case .textLength(let minimum, let maximum):
            ("textLength", [String(minimum), String(maximum)])
        case .formula(let formula): ("custom", [formula])
        case .anything: (nil, [])
        }
    }
}
