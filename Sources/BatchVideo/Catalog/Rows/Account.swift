/// A channel: where films are published and how they are dressed.
package typealias Account = CatalogRow<AccountFields>

package struct AccountFields: CatalogFields {
    /// The specification's `username`.
    package var name: String
    /// The key of an uploaded picture, or empty.
    package var logo: String
    package var platform: String
    package var area: String
    package var extra: AccountExtra

    package init(
        name: String, logo: String = "", platform: String = "youtube", area: String = "",
        extra: AccountExtra = AccountExtra()
    ) {
        self.name = name
        self.logo = logo
        self.platform = platform
        self.area = area
        self.extra = extra
    }
}
