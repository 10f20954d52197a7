/// What `batchvideo-render --measure` finds out about a render order: one part of the work, alone.
package struct RenderMeasurement: Hashable, Sendable, Codable {
    package enum Part: String, Sendable, Codable, CaseIterable {
        /// Every frame of the first rendition composed on one thread, encoded nowhere.
        case compose
        /// The same frames, composed into memory beforehand, encoded as the render encodes them.
        case encode
    }

    package var part: Part
    package var frameCount: Int
    /// Of the measured part alone; what comes before it does not count.
    package var wallSeconds: Double
    package var cpuSeconds: Double
    /// CPU seconds in which one thread copies as many frames, none of them in its caches
    /// (`.compose`).
    package var copyCPUSeconds: Double?
    /// What the encoder was told, for rivals to be told the same (`.encode`).
    package var encoder: EncoderChoice?

    package struct EncoderChoice: Hashable, Sendable, Codable {
        package var preset: String
        package var constantRateFactor: Double
        /// In x264's own words, on top of the preset.
        package var parameters: String

        package init(preset: String, constantRateFactor: Double, parameters: String) {
            self.preset = preset
            self.constantRateFactor = constantRateFactor
            self.parameters = parameters
        }
    }

    package init(
        part: Part, frameCount: Int, wallSeconds: Double, cpuSeconds: Double,
        copyCPUSeconds: Double? = nil, encoder: EncoderChoice? = nil
    ) {
        self.part = part
        self.frameCount = frameCount
        self.wallSeconds = wallSeconds
        self.cpuSeconds = cpuSeconds
        self.copyCPUSeconds = copyCPUSeconds
        self.encoder = encoder
    }
}
