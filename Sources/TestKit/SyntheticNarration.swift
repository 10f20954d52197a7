package import BatchVideo

/// A narration without a voice, for tests of what comes after it.
package typealias SyntheticNarration = EstimatedNarration
