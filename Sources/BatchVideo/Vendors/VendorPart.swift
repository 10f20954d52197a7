/// What all vendors' parts have in common.
package protocol VendorPart: Sendable {
    /// The name it has in the configuration: "my-flux". Stands in ledger, provenance and errors.
    var name: String { get }
    /// Part of every fingerprint: changes when the same request would give something else, such as
    /// with another model.
    var version: String { get }
    var terms: CallTerms { get }
}

/// What a call costs and what may be done when nobody knows how one ended.
package struct CallTerms: Hashable, Sendable {
    /// Of one unit: a picture, a second of clip or presenter, a thousand characters of text or
    /// speech; what it is stands in the port's contract.
    package var unitCost: VendorCost
    /// The vendor knows the same call again by `CallSlip.key` and does not charge twice.
    package var knowsRepeats: Bool

    package init(unitCost: VendorCost = .free, knowsRepeats: Bool = false) {
        self.unitCost = unitCost
        self.knowsRepeats = knowsRepeats
    }

    /// A call with an unknown end may be made once more.
    package var mayRepeat: Bool { unitCost.isFree || knowsRepeats }

    package func cost(units: Double) -> VendorCost {
        VendorCost(
            micros: Int((Double(unitCost.micros) * max(0, units)).rounded(.up)),
            currency: unitCost.currency)
    }
}

/// One call as the ledger knows it, handed to the adapter that makes it.
package struct CallSlip: Sendable {
    /// The same for the same call of the same film, whenever it is made: 32 hexadecimal digits.
    package let key: String
    /// The vendor's task from an earlier run: ask after it, start no other.
    package let taskID: String?
    private let note: @Sendable (String) async throws -> Void

    package init(
        key: String, taskID: String? = nil,
        note: @escaping @Sendable (String) async throws -> Void = { _ in }
    ) {
        self.key = key
        self.taskID = taskID
        self.note = note
    }

    /// The vendor took the task: from now on it is asked after, whatever happens here.
    package func accepted(_ taskID: String) async throws { try await note(taskID) }
}
