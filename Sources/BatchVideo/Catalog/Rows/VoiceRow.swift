/// A user's own voice: a name and a sample to sound like.
package typealias VoiceRow = CatalogRow<VoiceFields>

package struct VoiceFields: CatalogFields {
    package var name: String
    /// The key of an uploaded sample.
    package var path: String

    package init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}
