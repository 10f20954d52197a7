import BatchVideo

extension FilmVendors {
    /// Asks vendors in turn for what nothing stands in for: the next one when one is used up, down, or
    /// does not accept us. Throws the last one's error, and at once what another would only repeat or
    /// be paid for, too. There has to be one.
    func insist<Vendor: Sendable, Output: Sendable>(
        _ chain: [Vendor], _ call: (Vendor) async throws -> Output
    ) async throws -> Output {
        var last: (any Error)?
        for vendor in chain {
            do {
                return try await call(vendor)
            } catch let error as BatchVideoError {
                guard let kind = error.vendorFailure?.kind, [.quota, .outage, .misuse].contains(kind) else {
                    throw error
                }
                last = error
            }
        }
        throw last ?? BatchVideoError(.invalid, "no vendor is configured for this")
    }

    /// Asks vendors in turn; nil when none can do it and the embedded part is to stand in.
    ///
    /// | what the vendor says | what happens |
    /// |---|---|
    /// | used up, down, or it does not accept us | the next one is asked |
    /// | it refuses the content | the embedded part stands in, with the vendor's words as a warning |
    /// | nobody knows how the call ended | the same: another vendor would be paid too |
    ///
    /// When all are used up or down, the error is thrown, for the film to be tried again later,
    /// unless the embedded part may stand in for that, too.
    func ask<Vendor: Sendable, Output: Sendable>(
        _ chain: [Vendor], _ operation: CallOrder.Operation, warn: (String) -> Void,
        _ call: (Vendor) async throws -> Output
    ) async throws -> Output? {
        var last: BatchVideoError?
        for vendor in chain {
            do {
                return try await call(vendor)
            } catch let error as BatchVideoError {
                guard let failure = error.vendorFailure else { throw error }
                switch failure.kind {
                case .quota, .outage, .misuse: last = error
                case .refusal, .unknownEnd:
                    warn("\(error.message); something of our own is shown instead")
                    return nil
                }
            }
        }
        guard let last else { return nil }
        guard embeddedStandsIn.contains(operation) else { throw last }
        warn("\(last.message); something of our own is shown instead")
        return nil
    }
}
