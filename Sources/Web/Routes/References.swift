internal import BatchVideo
internal import HTTPTypes

/// 404 with the field for a language, voice, topic or account that is not there for the caller (J3).
func refusingReferences<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
    do {
        return try await work()
    } catch let error as BatchVideoError where error.code == .invalid {
        let name = error.field?.split(separator: ".").last.map(String.init) ?? ""
        let references = ["language_id", "voice_id", "topic_id", "account_id"]
        guard references.contains(name), let field = error.field else { throw error }
        // "jobs[3].voice_id" is jobs.3.voice_id on the wire, as everywhere.
        let path = field.replacing("[", with: ".").replacing("]", with: "")
        throw Refusal(.notFound, "not_found", error.message, field: path)
    }
}

enum Seeds {
    /// Below 2^53: every JSON reader keeps it.
    static func fresh() -> UInt64 { UInt64.random(in: 1..<(1 << 53)) }
}
