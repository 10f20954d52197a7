/// The steps of making a film, in order. Names appear in events, logs, checkpoints and manifests.
package enum Stage: String, Sendable, Codable, CaseIterable {
    case script, narration, captions, storyboard, visuals, sound, timeline, render, inspect, publish
}
