/// What a shot shows: a file in the workspace, and where it came from.
package struct Visual: Hashable, Sendable, Codable {
    package enum Medium: String, Sendable, Codable {
        /// A PNG made by us, shown with motion.
        case still
        /// A video file of any format; shown as it moves, looped when the shot is longer.
        case clip
    }

    package var medium: Medium
    /// Path relative to the workspace.
    package var file: String
    package var size: PixelSize
    /// Length of a clip; nil for a still.
    package var length: MediaTime?
    /// True when the clip's last frame leads into its first.
    package var isLoop: Bool
    package var provenance: Provenance

    package init(
        medium: Medium, file: String, size: PixelSize, length: MediaTime? = nil,
        isLoop: Bool = false, provenance: Provenance
    ) {
        self.medium = medium
        self.file = file
        self.size = size
        self.length = length
        self.isLoop = isLoop
        self.provenance = provenance
    }
}

/// Enough to say where a picture came from and to make it again.
package struct Provenance: Hashable, Sendable, Codable {
    /// "painted", "card", "user-image", "user-footage", later a vendor's name.
    package var source: String
    /// Scene family and palette, or the user's file name.
    package var detail: String
    package var prompt: String
    package var seed: UInt64
    /// SHA-256 of the file in hexadecimal.
    package var sha256: String
    /// "own work (BatchVideo)", "user's file", or the licence a library states.
    package var licence: String

    package init(
        source: String, detail: String, prompt: String, seed: UInt64, sha256: String,
        licence: String
    ) {
        self.source = source
        self.detail = detail
        self.prompt = prompt
        self.seed = seed
        self.sha256 = sha256
        self.licence = licence
    }
}
