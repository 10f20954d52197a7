/// What one check of the doctor found.
struct Finding: Encodable, Sendable {
    enum State: String, Encodable, Sendable {
        case fine
        /// Films can be made, but something is less than it could be.
        case poor
        case broken
    }

    var subject: String
    var state: State
    var detail: String
    /// What to do; empty when all is well.
    var remedy: String

    static func fine(_ subject: String, _ detail: String) -> Finding {
        Finding(subject: subject, state: .fine, detail: detail, remedy: "")
    }

    static func poor(_ subject: String, _ detail: String, _ remedy: String) -> Finding {
        Finding(subject: subject, state: .poor, detail: detail, remedy: remedy)
    }

    static func broken(_ subject: String, _ detail: String, _ remedy: String) -> Finding {
        Finding(subject: subject, state: .broken, detail: detail, remedy: remedy)
    }

    var line: String {
        let mark =
            switch state {
            case .fine: "ok    "
            case .poor: "poor  "
            case .broken: "broken"
            }
        let cure = remedy.isEmpty ? "" : "\n         -> \(remedy)"
        return "\(mark) \(subject): \(detail)\(cure)"
    }
}
