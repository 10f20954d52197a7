/// What a film's music feels like.
package enum MusicMood: String, Sendable, Codable, CaseIterable {
    /// Slow and still: tea, lotus, breathing.
    case calm
    /// Near and tender: home, family, thanks.
    case warm
    /// Rising: dreams, beginnings, sunrise.
    case hopeful
    /// Looking back: rain, farewell, history.
    case pensive
    /// Light on its feet: festivals, children, kitchens.
    case bright
    /// Pushing on: technology, markets, contest.
    case driving
    /// Wide and dark: night, secrets, space.
    case mysterious
}
