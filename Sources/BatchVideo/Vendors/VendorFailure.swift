/// Why a vendor gave nothing; the cause of the `BatchVideoError` that adapters throw.
package struct VendorFailure: Error, Sendable, Equatable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// Too many calls, or no money left.
        case quota
        /// The vendor does not make this: its content rules.
        case refusal
        /// It is not there, slow, broken, or gave something that is not what it should be.
        case outage
        /// It does not accept us: key, address, model or parameters.
        case misuse
        /// The call was sent and nobody knows whether it was made and charged.
        case unknownEnd
    }

    package var vendor: String
    package var kind: Kind
    /// The vendor's own words, without secrets, one line.
    package var words: String
    package var status: Int?
    /// What the vendor calls this request, for its support.
    package var requestID: String?
    package var retryAfter: Duration?
    /// Surely nothing was charged: the vendor was not reached, or says that it did not do the work.
    package var isUnpaid: Bool

    package init(
        _ kind: Kind, vendor: String, words: String, status: Int? = nil, requestID: String? = nil,
        retryAfter: Duration? = nil, isUnpaid: Bool = false
    ) {
        self.isUnpaid = isUnpaid
        self.kind = kind
        self.vendor = vendor
        self.words = words
        self.status = status
        self.requestID = requestID
        self.retryAfter = retryAfter
    }

    package var error: BatchVideoError {
        let request = requestID.map { " (request \($0))" } ?? ""
        let said = words.isEmpty ? "" : ": \(words)"
        return switch kind {
        case .quota:
            BatchVideoError(
                .limited, "\(vendor) takes no more calls now\(said)\(request)",
                retry: retryAfter.map { .after($0) } ?? .backoff, cause: self)
        case .refusal:
            BatchVideoError(.rejected, "\(vendor) refuses this content\(said)\(request)", cause: self)
        case .outage:
            BatchVideoError(
                .unavailable, "\(vendor) failed\(said)\(request)",
                retry: retryAfter.map { .after($0) } ?? .backoff, cause: self)
        case .misuse:
            BatchVideoError(
                .invalid, "\(vendor) does not accept the request; check its settings\(said)\(request)",
                cause: self)
        case .unknownEnd:
            BatchVideoError(
                .conflict,
                "nobody knows whether \(vendor) made this and charged for it\(said); to pay again, run it with "
                    + "--ask-lost-anew (API: retry with ask_lost_anew)",
                cause: self)
        }
    }
}

extension BatchVideoError {
    /// What the vendor said, when a vendor is at fault.
    package var vendorFailure: VendorFailure? { cause as? VendorFailure }
}
