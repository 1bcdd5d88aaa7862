package import Campaigns
import Formulas

/// A matter of the office's register (登记事项): what one line says of a unit, on one basis.
package struct RegisterLine: Hashable, Sendable {
    package var unit: String
    /// The number of the document that it rests on.
    package var basis: String
    /// Nil where the line gives none: a veto alone.
    package var points: ExactDecimal?
    /// 一票否决.
    package var isVeto: Bool

    package init(unit: String, basis: String, points: ExactDecimal?, isVeto: Bool = false) {
        self.unit = unit
        self.basis = basis
        self.points = points
        self.isVeto = isVeto
    }

    /// Nil where the row names no unit of the campaign; the checks have said so.
    init?(_ values: FieldValues, _ names: UnitNames) {
        guard let unit = names.unit(in: values) else { return nil }
        self.init(
            unit: unit, basis: values["basis"]?.sql.description ?? "",
            points: values["points"].flatMap(\.exact), isVeto: values["veto"] == .text("是"))
    }

    /// What makes a matter the same one on another sheet, however its basis is spaced.
    struct Key: Hashable {
        var unit: String
        var basis: String
    }

    var key: Key { Key(unit: unit, basis: Folding.key(basis)) }

    /// The bonus points that it gives; nil for none.
    var award: Award? { points.map { Award(unit: unit, points: $0, basis: basis) } }

    /// The veto that it says; nil for none.
    var veto: Veto? { isVeto ? Veto(unit: unit, basis: basis) : nil }
}

extension UnitNames {
    /// The unit that a line of the office's own sheets is about; nil where it names none, or several.
    func unit(in values: FieldValues) -> String? {
        let units = units(named: values["unit_name"]?.sql.description ?? "")
        return units.count == 1 ? units.first?.code : nil
    }
}
