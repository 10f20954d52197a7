internal import BatchVideo
internal import HTTPTypes

extension ServerParts {
    var accounts: CatalogRoutes<AccountFields> {
        CatalogRoutes(
            parts: self, store: ports.stores.accounts,
            kind: .init(
                plural: "accounts", schema: CatalogSchemas.account,
                fields: CatalogSchemas.accountFields,
                apply: { body, fields in
                    fields.name = body.cleaned("username") ?? fields.name
                    fields.logo = body["logo"]?.string ?? fields.logo
                    fields.platform = body["platform"]?.string ?? fields.platform
                    fields.area = body["area"]?.string ?? fields.area
                    if let extra = body["extra"], extra.object != nil {
                        let before = fields.extra.presenter
                        fields.extra = try AccountExtra(json: fields.extra.json.merging(extra.value))
                        fields.extra.presenter.settleConsent(
                            extra.value["human_config"], after: before, now: ports.now())
                    }
                },
                members: { fields in
                    [
                        ("username", .string(fields.name)), ("logo", .string(fields.logo)),
                        ("platform", .string(fields.platform)), ("area", .string(fields.area)),
                        ("extra", JobShapes.object(fields.extra.json)),
                    ]
                },
                uploads: { fields in
                    [("logo", fields.logo), ("extra.human_config.path", fields.extra.presenter.path ?? "")]
                },
                empty: AccountFields(name: "")))
    }

    var languages: CatalogRoutes<LanguageFields> {
        CatalogRoutes(
            parts: self, store: ports.stores.languages,
            kind: .init(
                plural: "languages", schema: CatalogSchemas.language,
                fields: CatalogSchemas.languageFields,
                apply: { body, fields in
                    fields.name = body.cleaned("name") ?? fields.name
                    fields.platform = body.optional("platform", fields.platform)
                    fields.languageName = body.optional("language_name", fields.languageName)
                },
                members: { fields in
                    [
                        ("name", .string(fields.name)), ("platform", .text(fields.platform)),
                        ("language_name", .text(fields.languageName)),
                    ]
                },
                uploads: { _ in [] }, empty: LanguageFields(name: "")))
    }

    var voices: CatalogRoutes<VoiceFields> {
        CatalogRoutes(
            parts: self, store: ports.stores.voices,
            kind: .init(
                plural: "voices", schema: CatalogSchemas.voice, fields: CatalogSchemas.voiceFields,
                apply: { body, fields in
                    fields.name = body.cleaned("name") ?? fields.name
                    let path = body["path"]?.string ?? fields.path
                    // Another sample may be another person's.
                    if path != fields.path { fields.consentedAt = nil }
                    fields.path = path
                    guard let consents = body["consent"]?.bool else { return }
                    fields.consentedAt = consents ? fields.consentedAt ?? ports.now() : nil
                },
                members: { fields in
                    [
                        ("name", .string(fields.name)), ("path", .string(fields.path)),
                        ("consent", .bool(fields.consentedAt != nil)),
                        ("consented_at", .time(fields.consentedAt)),
                    ]
                },
                uploads: { [("path", $0.path)] }, empty: VoiceFields(name: "", path: "")))
    }

    var topics: CatalogRoutes<TopicFields> {
        CatalogRoutes(
            parts: self, store: ports.stores.topics,
            kind: .init(
                plural: "topics", schema: CatalogSchemas.topic, fields: CatalogSchemas.topicFields,
                apply: { body, fields in
                    fields.name = body.cleaned("name") ?? fields.name
                    fields.imagePrompt = body.optional("prompt_gen_image", fields.imagePrompt)
                    fields.coverPrompt = body.optional("prompt_cover_image", fields.coverPrompt)
                    fields.imagePrefix = body.optional("prompt_image_prefix", fields.imagePrefix)
                    fields.levelFourPrompt = body.optional("prompt_l4", fields.levelFourPrompt)
                    fields.loraName = body["loraname"]?.string ?? fields.loraName
                    fields.loraWeight = body["loraweight"]?.int ?? fields.loraWeight
                    if let extra = body["extra"], extra.object != nil {
                        fields.extra = fields.extra.merging(extra.value)
                        if let fault = JobDraft.extraFault(fields.extra) { throw fault }
                    }
                },
                members: { fields in
                    [
                        ("name", .string(fields.name)), ("prompt_gen_image", .text(fields.imagePrompt)),
                        ("prompt_cover_image", .text(fields.coverPrompt)),
                        ("prompt_image_prefix", .text(fields.imagePrefix)),
                        ("prompt_l4", .text(fields.levelFourPrompt)),
                        ("loraname", .string(fields.loraName)), ("loraweight", .int(fields.loraWeight)),
                        ("extra", JobShapes.object(fields.extra)),
                    ]
                },
                uploads: { _ in [] }, empty: TopicFields(name: "")))
    }

    var templates: CatalogRoutes<TemplateFields> {
        CatalogRoutes(
            parts: self, store: ports.stores.templates,
            kind: .init(
                plural: "templates", schema: CatalogSchemas.template,
                fields: CatalogSchemas.templateFields(settings.limits),
                apply: { body, fields in
                    fields.name = body.cleaned("name") ?? fields.name
                    if let values = body["values"], values.object != nil {
                        fields.values = fields.values.merging(values.value)
                        guard fields.values.text.utf8.count <= 65_536 else {
                            throw Refusal.invalid("values", "must have at most 65536 bytes")
                        }
                    }
                },
                members: { [("name", .string($0.name)), ("values", JobShapes.object($0.values))] },
                uploads: { _ in [] }, empty: TemplateFields(name: "")))
    }

    /// - Throws: 404 naming the field when no upload of the caller has that key.
    func requireUpload(_ key: String, field: String, _ call: Call) async throws {
        do {
            _ = try await ports.stores.files.find(key, owner: call.user.owner)
        } catch let error as BatchVideoError where error.code == .notFound {
            throw Refusal(
                .notFound, "not_found", "\(field): you have no upload of that key; upload the file first",
                field: field)
        }
    }
}

extension JSON {
    /// A text member, cleaned as all intake is; nil when it is not sent.
    func cleaned(_ key: String) -> String? { self[key]?.string.map { TextIntake.clean($0) } }

    /// A member that may be null; the present value when it is not sent.
    func optional(_ key: String, _ present: String?) -> String? {
        guard let given = self[key] else { return present }
        return given.string
    }
}
