/// The program's version; raised with each release (CHANGELOG.md).
enum Version {
    static let current = "0.1.0"
}
