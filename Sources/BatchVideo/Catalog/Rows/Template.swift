/// Choices for jobs kept under a name, to file more jobs with.
package typealias Template = CatalogRow<TemplateFields>

package struct TemplateFields: CatalogFields {
    package var name: String
    /// The members of a job request, without those that differ from film to film.
    package var values: JSONValue

    package init(name: String, values: JSONValue = .emptyObject) {
        self.name = name
        self.values = values
    }
}
