extension Migration {
    /// Users and what they choose from.
    static let people = Migration(number: 1, name: "people and catalogue") { dialect in
        let id = dialect.autoID
        let options = dialect.tableOptions
        let owned = """
            version INT NOT NULL, created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
            user_id CHAR(36), FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE
            """
        return [
            """
            CREATE TABLE users (
            user_id CHAR(36) NOT NULL PRIMARY KEY, username VARCHAR(255) NOT NULL,
            password VARCHAR(255) NOT NULL, is_admin BOOLEAN NOT NULL,
            created_at DATETIME(3) NOT NULL, last_login_at DATETIME(3),
            CONSTRAINT uq_users_username UNIQUE (username))\(options)
            """,
            """
            CREATE TABLE languages (
            id \(id), name VARCHAR(255) NOT NULL, platform VARCHAR(255), language_name VARCHAR(255),
            \(owned), CONSTRAINT uq_languages_name UNIQUE (user_id, name))\(options)
            """,
            """
            CREATE TABLE voices (
            id \(id), name VARCHAR(255) NOT NULL, path VARCHAR(255) NOT NULL,
            \(owned), CONSTRAINT uq_voices_name UNIQUE (user_id, name))\(options)
            """,
            """
            CREATE TABLE topics (
            id \(id), name VARCHAR(255) NOT NULL, prompt_gen_image MEDIUMTEXT,
            prompt_cover_image MEDIUMTEXT, prompt_image_prefix MEDIUMTEXT, prompt_l4 MEDIUMTEXT,
            loraname VARCHAR(255) NOT NULL, loraweight INT NOT NULL, extra MEDIUMTEXT NOT NULL,
            \(owned), CONSTRAINT uq_topics_name UNIQUE (user_id, name))\(options)
            """,
            "CREATE INDEX idx_topics_loraname ON topics (loraname)",
            """
            CREATE TABLE accounts (
            id \(id), username VARCHAR(255) NOT NULL, logo VARCHAR(255) NOT NULL,
            platform VARCHAR(255) NOT NULL, area VARCHAR(255) NOT NULL, extra MEDIUMTEXT NOT NULL,
            \(owned), CONSTRAINT uq_accounts_username UNIQUE (user_id, username))\(options)
            """,
            """
            CREATE TABLE templates (
            id \(id), name VARCHAR(255) NOT NULL, `values` MEDIUMTEXT NOT NULL,
            \(owned), CONSTRAINT uq_templates_name UNIQUE (user_id, name))\(options)
            """,
        ]
    }
}
