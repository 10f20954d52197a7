/// A language with its speech platform, as people file it.
package typealias LanguageRow = CatalogRow<LanguageFields>

package struct LanguageFields: CatalogFields {
    /// A BCP 47 tag or a voice's id.
    package var name: String
    /// "edge", "azure", "seedvc", "embedded"; nil: whatever speaks it.
    package var platform: String?
    /// What people read, or a voice's id.
    package var languageName: String?

    package init(name: String, platform: String? = nil, languageName: String? = nil) {
        self.name = name
        self.platform = platform
        self.languageName = languageName
    }
}
