/// Port: writes Chinese in the traditional characters of Taiwan, looking at whole words (头发 is 頭髮, 发现
/// is 發現). What is not simplified Chinese stays.
///
/// Gives as many texts as it is given. Throws `.unavailable` when its dictionaries are not there.
package protocol ChineseConverter: Sendable {
    /// Changes when the same text may be written otherwise.
    var version: String { get }

    func traditional(_ texts: [String]) async throws -> [String]
}
