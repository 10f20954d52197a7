/// The one error that crosses module boundaries. Whoever throws it decides whether a retry can help.
package struct BatchVideoError: Error, Sendable {
    /// What kind of failure it is; maps to HTTP statuses and exit codes in one place each.
    package enum Code: String, Codable, Sendable, CaseIterable {
        /// Input breaks a rule.
        case invalid
        /// No or wrong credentials.
        case unauthorized
        /// The caller may not do this.
        case forbidden
        /// No such thing, or a file that cannot be read.
        case notFound
        /// The state of the thing forbids it.
        case conflict
        /// Our quota or a vendor's is used up.
        case limited
        /// A vendor refused content or parameters.
        case rejected
        /// A tool, service or resource is not there right now.
        case unavailable
        /// A deadline passed.
        case timeout
        /// A media tool failed or its output does not pass inspection.
        case media
        /// An output cannot be written: permissions, missing folder, full disk.
        case unwritable
        /// A person or a shutdown stopped the work.
        case cancelled
        /// Everything else: a fault of ours.
        case `internal`
    }

    package enum Retry: Sendable, Equatable {
        case never
        case backoff
        case after(Duration)
    }

    package var code: Code
    /// One line for the user: what is wrong and what to do.
    package var message: String
    package var retry: Retry
    /// The stage of the pipeline it happened in, when known.
    package var stage: String?
    /// The input field that breaks a rule ("title", "extra.resolution"), when it is one.
    package var field: String?
    /// The underlying error, for the log.
    package var cause: (any Error)?

    package init(
        _ code: Code, _ message: String, retry: Retry = .never, stage: String? = nil,
        field: String? = nil, cause: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.retry = retry
        self.stage = stage
        self.field = field
        self.cause = cause
    }
}

extension BatchVideoError: CustomStringConvertible {
    package var description: String {
        let place = stage.map { "\($0): " } ?? ""
        let reason = cause.map { " (\($0))" } ?? ""
        return "\(code.rawValue): \(place)\(message)\(reason)"
    }
}
