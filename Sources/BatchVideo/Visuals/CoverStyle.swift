/// How a film's title stands on its cover.
package enum CoverStyle: String, Sendable, Codable, CaseIterable {
    /// White and yellow lines in the middle, over a shaded picture.
    case elegant
    /// Up to four lines of the old tool: white, yellow, yellow and red with thick dark edges.
    case classic
}
