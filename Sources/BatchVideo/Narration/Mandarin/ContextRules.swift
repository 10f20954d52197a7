/// Readings that depend on the neighbours of a character that stands alone.
enum ContextRules {
    static func reading(at index: Int, in run: HanRun) -> String? { nil }
}
