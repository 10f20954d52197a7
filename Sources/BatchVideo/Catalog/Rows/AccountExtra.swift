package import Foundation

/// The free-form part of a channel: known keys typed, all others kept as they came.
package struct AccountExtra: Sendable, Equatable {
    package enum PresenterPlace: String, Sendable { case fullscreen, corner }

    /// Colour of the box behind captions, "#RRGGBB".
    package var subtitleBackground = "#578B2E"
    package var presenter = PresenterTimes()
    /// Transitions between the presenter and the film.
    package var enablesTransition = false
    package var transitionTypes = ["fade"]
    package var presenterPlace = PresenterPlace.fullscreen
    /// Transitions between the clips of shots.
    package var enablesShotTransition = false
    package var shotTransitionTypes = ["fade"]
    package var others: [String: JSONValue] = [:]

    package init() {}
}

/// Who the presenter is, and when it is on, in seconds from the film's beginning and before its end.
package struct PresenterTimes: Sendable, Equatable {
    /// How a presenter in a corner is cut out.
    package enum Shape: String, Sendable, CaseIterable { case circle, rounded, keyed }

    package var duration = 120.0
    package var endDuration = 120.0
    /// The key of an uploaded video or picture of the presenter.
    package var path: String?
    /// When its owner declared that the person in the picture agrees to be shown speaking.
    package var consentedAt: Date?
    /// Who is drawn where there is neither video nor picture.
    package var figure: PresenterFigure?
    package var palette: FigurePalette?
    package var shape: Shape?

    package init() {}

    /// Another video or picture may be of another person.
    package mutating func show(_ key: String) {
        if key != path { consentedAt = nil }
        path = key
    }

    /// Keeps or makes the consent that `members` (the specification's `human_config`) declare, for what
    /// `before` showed; a time that they bring themselves is not believed.
    package mutating func settleConsent(_ members: JSONValue?, after before: PresenterTimes, now: Date) {
        consentedAt = path == before.path ? before.consentedAt : nil
        guard let consents = members?["consent"]?.bool else { return }
        consentedAt = consents && path != nil ? consentedAt ?? now : nil
    }
}

extension AccountExtra {
    /// Reads the specification's keys; absent ones keep their defaults.
    /// - Throws: `.invalid` naming the field.
    package init(json: JSONValue) throws {
        guard var rest = json.object else { throw Self.wrong("extra", "an object") }
        func take<Value>(
            _ key: String, _ what: String, _ read: (JSONValue) -> Value?
        ) throws -> Value? {
            guard let value = rest.removeValue(forKey: key), value != .null else { return nil }
            guard let result = read(value) else { throw Self.wrong("extra.\(key)", what) }
            return result
        }
        let names: (JSONValue) -> [String]? = { value in
            guard let items = value.array, items.count <= 32 else { return nil }
            let texts = items.compactMap(\.string)
            return texts.count == items.count ? texts : nil
        }
        subtitleBackground =
            try take("subtitle_background", "a colour as #RRGGBB") { $0.string.flatMap(Self.colour) }
            ?? subtitleBackground
        presenter = try take("human_config", "an object", \.object).map(PresenterTimes.init) ?? presenter
        enablesTransition = try take("enable_transition", "true or false", \.bool) ?? enablesTransition
        transitionTypes = try take("transition_types", "a list of names", names) ?? transitionTypes
        presenterPlace =
            try take("human_insertion_mode", "fullscreen or corner") {
                $0.string.flatMap(PresenterPlace.init)
            } ?? presenterPlace
        enablesShotTransition =
            try take("enable_srt_concat_transition", "true or false", \.bool) ?? enablesShotTransition
        shotTransitionTypes =
            try take("srt_concat_transition_types", "a list of names", names) ?? shotTransitionTypes
        others = rest
    }

    package var json: JSONValue {
        let known: [String: JSONValue] = [
            "subtitle_background": .string(subtitleBackground),
            "human_config": presenter.json,
            "enable_transition": .bool(enablesTransition),
            "transition_types": .array(transitionTypes.map(JSONValue.string)),
            "human_insertion_mode": .string(presenterPlace.rawValue),
            "enable_srt_concat_transition": .bool(enablesShotTransition),
            "srt_concat_transition_types": .array(shotTransitionTypes.map(JSONValue.string)),
        ]
        return .object(others.merging(known) { $1 })
    }

    private static func colour(_ text: String) -> String? {
        text.wholeMatch(of: /#[0-9A-Fa-f]{6}/) == nil ? nil : text
    }

    fileprivate static func wrong(_ field: String, _ what: String) -> BatchVideoError {
        BatchVideoError(.invalid, "\(field) must be \(what)", field: field)
    }
}

extension PresenterTimes {
    fileprivate init(_ members: [String: JSONValue]) throws {
        func seconds(_ key: String) throws -> Double? {
            guard let value = members[key], value != .null else { return nil }
            guard let number = value.number, (0...7_200).contains(number) else {
                throw AccountExtra.wrong("extra.human_config.\(key)", "seconds from 0 to 7200")
            }
            return number
        }
        func word<Value: RawRepresentable & CaseIterable>(_ key: String) throws -> Value?
        where Value.RawValue == String {
            guard let value = members[key], value != .null, value.string != "" else { return nil }
            guard let word = value.string.flatMap(Value.init) else {
                let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
                throw AccountExtra.wrong("extra.human_config.\(key)", "one of \(words)")
            }
            return word
        }
        duration = try seconds("duration") ?? duration
        endDuration = try seconds("end_duration") ?? endDuration
        path = members["path"]?.string
        consentedAt = members["consented_at"]?.string.flatMap { try? Date($0, strategy: .iso8601) }
        figure = try word("figure")
        palette = try word("palette")
        shape = try word("shape")
    }

    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "duration": .number(duration), "end_duration": .number(endDuration),
        ]
        if let path { members["path"] = .string(path) }
        if let consentedAt { members["consented_at"] = .string(consentedAt.formatted(.iso8601)) }
        if let figure { members["figure"] = .string(figure.rawValue) }
        if let palette { members["palette"] = .string(palette.rawValue) }
        if let shape { members["shape"] = .string(shape.rawValue) }
        return .object(members)
    }
}
