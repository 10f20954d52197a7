package import Foundation

/// A user's own voice: a name and a sample to sound like.
package typealias VoiceRow = CatalogRow<VoiceFields>

package struct VoiceFields: CatalogFields {
    package var name: String
    /// The key of an uploaded sample.
    package var path: String
    /// When somebody declared that the voice's owner agrees; without it nothing is said in it.
    package var consentedAt: Date?

    package init(name: String, path: String, consentedAt: Date? = nil) {
        self.name = name
        self.path = path
        self.consentedAt = consentedAt
    }
}
