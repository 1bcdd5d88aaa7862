extension Problem {
    /// The identity of the problem: its code, its severity, its name in the campaign's rules.
    package var check: Check {
        switch self {
        case .unreadableFile: .unreadableFile
        case .wrongPeriod: .wrongPeriod
        case .unknownUnit: .unknownUnit
        case .unexpectedForm: .unexpectedForm
        case .unknownForm: .unknownForm
        case .ambiguousForm, .rivalSheets: .ambiguousForm
        case .missingColumn: .missingColumn
        case .severalSheets: .severalSheets
        case .hiddenContent: .hiddenContent
        case .formulaUncomputed: .formulaUncomputed
        case .wrongTotal, .incompleteTotal: .wrongTotal
        case .personalData, .hiddenPersonalData: .personalData
        case .resubmission: .resubmission
        case .duplicateFile, .replacedFile: .duplicateFile
        case .equalReceipt: .equalReceipt
        case .contestedReceipt, .receiptElsewhere: .unclearReceipt
        case .earlyReceipt: .earlyReceipt
        case .misplacedRegister: .misplacedRegister
        case .unknownPeriod: .unknownPeriod
        case .unitConflict: .unitConflict
        case .noRows: .noRows
        case .misplacedRecord: .misplacedRecord
        case .doubledColumn: .doubledColumn
        case .unknownColumn: .unknownColumn
        case .futurePeriod: .futurePeriod
        case .damagedText: .damagedText
        case .notAReturn: .notAReturn
        case .unclearHeader: .unclearHeader
        case .turnedSheet, .tablesOnOneSheet: .wrongLayout
        case .foreignFile: .foreignFile
        case .headMisfit, .movedRows, .unknownRows: .headMisfit
        case .unreadRows: .unreadRows
        case .unfilledForm: .unfilledForm
        case .nothingFilled: .nothingFilled
        case .missingValue, .markedNotApplicable: .missingValue
        case .notANumber, .dateForNumber: .notANumber
        case .approximation: .approximation
        case .unitInValue: .unitInValue
        case .unknownChoice: .unknownChoice
        case .outOfRange: .outOfRange
        case .amountScale: .amountScale
        case .badDate: .badDate
        case .damagedCode: .damagedCode
        case .codeCheckDigit: .codeCheckDigit
        case .notAnInteger: .notAnInteger
        case .ambiguousPercent: .ambiguousPercent
        case .mergedValue: .mergedValue
        case .dittoValue: .dittoValue
        case .unknownName: .unknownName
        case .duplicateNumber: .duplicateNumber
        case .observedValue: .observedValue
        case .struckValue: .struckValue
        case .absentEntry: .absentEntry
        case .duplicateEntry: .duplicateEntry
        case .unknownEntry, .namelessRow: .unknownEntry
        case .codeNameMismatch, .strangeNames: .codeNameMismatch
        case .closedEntry: .closedEntry
        case .late: .late
        case .reportedByTwo: .reportedByTwo
        case .noReturns: .noReturns
        case .notRestarted: .notRestarted
        case .sameAsLastMonth: .sameAsLastMonth
        case .noVariance: .noVariance
        case .mutualEvidence: .mutualEvidence
        case .sameSlip: .sameSlip
        case .suspected(let suspected): suspected.check
        case .officeSheet(let sheet): sheet.check
        case .tableMissing: .tableMissing
        case .tableColumnMissing: .tableColumnMissing
        case .tableColumnUnknown: .tableColumnUnknown
        case .tableValue: .tableValue
        case .tableDuplicate: .tableDuplicate
        case .tableReference: .tableReference
        case .formulaError: .formulaError
        case .formulaPortability: .formulaPortability
        case .tableAmbiguous: .tableAmbiguous
        case .tableReserved: .tableReserved
        case .weightTotal: .weightTotal
        case .closedOwner: .closedOwner
        }
    }
}
