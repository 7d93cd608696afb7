"""Create all tables."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_create"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "chats",
        sa.Column("chat_id", ID, autoincrement=False, nullable=False),
        sa.Column("is_group", sa.Boolean(), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("language_code", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("timezone", sa.String(), nullable=True),
        sa.Column("selected_car_id", ID, nullable=True),
        sa.Column("paused_reason", sa.String(), nullable=True),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_chats")),
    )
    op.create_table(
        "data_keys",
        sa.Column("chat_id", ID, autoincrement=False, nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_data_keys")),
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", ID, autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("lease", sa.String(), nullable=True),
        sa.Column("leased_until", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
    )
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["update_id"],
        unique=False,
        sqlite_where=sa.text("body IS NOT NULL"),
        postgresql_where=sa.text("body IS NOT NULL"),
    )
    op.create_table(
        "login_pauses",
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("email_digest", sa.String(), nullable=False),
        sa.Column("quiet_until", INSTANT, nullable=True),
        sa.Column("window_s", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region", "email_digest", name=op.f("pk_login_pauses")),
    )
    op.create_table(
        "people",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("language_code", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("units", sa.String(), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_people")),
    )
    op.create_table(
        "accounts",
        sa.Column("account_id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("needs_login", sa.Boolean(), nullable=False),
        sa.Column("tokens", sa.LargeBinary(), nullable=True),
        sa.Column("quiet_until", INSTANT, nullable=True),
        sa.Column("quiet_window_s", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_accounts_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("chat_id", "region", name=op.f("uq_accounts_chat_id_region")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "alert_settings",
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_alert_settings_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_alert_settings")),
    )
    op.create_table(
        "buttons",
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("message_id", ID, nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("once", sa.Boolean(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.Column("used_by", ID, nullable=True),
        sa.Column("result", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_buttons_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_buttons")),
    )
    op.create_index(op.f("ix_buttons_expires_at"), "buttons", ["expires_at"], unique=False)
    op.create_index(op.f("ix_buttons_group_name"), "buttons", ["group_name"], unique=False)
    op.create_table(
        "dialogs",
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_dialogs_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat_id", "person_id", name=op.f("pk_dialogs")),
    )
    op.create_table(
        "turns",
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("turn", sa.LargeBinary(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_turns_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat_id", "person_id", name=op.f("pk_turns")),
    )
    op.create_table(
        "cars",
        sa.Column("car_id", ID, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("vin_digest", sa.String(), nullable=False),
        sa.Column("vehicle", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("status", sa.LargeBinary(), nullable=True),
        sa.Column("updated_at", INSTANT, nullable=True),
        sa.Column("charge_limit", sa.LargeBinary(), nullable=True),
        sa.Column("rule_states", sa.LargeBinary(), nullable=True),
        sa.Column("detached_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.account_id"],
            name=op.f("fk_cars_account_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_cars_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("car_id", name=op.f("pk_cars")),
        sa.UniqueConstraint("account_id", "vin_digest", name=op.f("uq_cars_account_id_vin_digest")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cars_chat_id"), "cars", ["chat_id"], unique=False)
    op.create_table(
        "request_counts",
        sa.Column("account_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.account_id"],
            name=op.f("fk_request_counts_account_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "day", "kind", name=op.f("pk_request_counts")),
    )
    op.create_table(
        "bookings",
        sa.Column("booking_id", ID, nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", ID, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_bookings_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_bookings")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_bookings_car_id_starts_at"), "bookings", ["car_id", "starts_at"], unique=False
    )
    op.create_table(
        "car_links",
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_car_links_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_car_links_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat_id", "car_id", name=op.f("pk_car_links")),
    )
    op.create_index(op.f("ix_car_links_car_id"), "car_links", ["car_id"], unique=False)
    op.create_table(
        "commands",
        sa.Column("command_id", ID, nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("arguments", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("baseline_at", INSTANT, nullable=True),
        sa.Column("message_id", ID, nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_commands_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_commands_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("command_id", name=op.f("pk_commands")),
        sa.UniqueConstraint("key", name=op.f("uq_commands_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_commands_open",
        "commands",
        ["car_id"],
        unique=False,
        sqlite_where=sa.text("state IN ('sending', 'accepted')"),
        postgresql_where=sa.text("state IN ('sending', 'accepted')"),
    )
    op.create_table(
        "episodes",
        sa.Column("episode_id", ID, nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("episode", sa.String(), nullable=False),
        sa.Column("urgency", sa.String(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_episodes_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("episode_id", name=op.f("pk_episodes")),
        sa.UniqueConstraint(
            "car_id", "rule", "key", "episode", name=op.f("uq_episodes_car_id_rule_key_episode")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_episodes_open",
        "episodes",
        ["car_id", "rule", "key"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "geofences",
        sa.Column("geofence_id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.Column("name_digest", sa.String(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_geofences_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_geofences_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("geofence_id", name=op.f("pk_geofences")),
        sa.UniqueConstraint("car_id", "name_digest", name=op.f("uq_geofences_car_id_name_digest")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("created_by", ID, nullable=False),
        sa.Column("taken_by", ID, nullable=True),
        sa.Column("taken_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_invitations_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitations")),
    )
    op.create_table(
        "members",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_members_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", "car_id", name=op.f("pk_members")),
    )
    op.create_index(op.f("ix_members_car_id"), "members", ["car_id"], unique=False)
    op.create_table(
        "mutes",
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("car_id", ID, nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_mutes_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_mutes_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat_id", "car_id", "rule", name=op.f("pk_mutes")),
    )
    op.create_table(
        "outbox",
        sa.Column("delivery_id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("car_id", ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("owed_since", INSTANT, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("is_repeat", sa.Boolean(), nullable=False),
        sa.Column("lease", sa.String(), nullable=True),
        sa.Column("leased_until", INSTANT, nullable=True),
        sa.Column("opening_id", ID, nullable=True),
        sa.Column("edits", ID, nullable=True),
        sa.Column("message_id", ID, nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_outbox_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.chat_id"],
            name=op.f("fk_outbox_chat_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("delivery_id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("chat_id", "identity", name=op.f("uq_outbox_chat_id_identity")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["urgency", "due_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.create_index(op.f("ix_outbox_kind_key"), "outbox", ["kind", "key"], unique=False)
    op.create_index(op.f("ix_outbox_opening_id"), "outbox", ["opening_id"], unique=False)
    op.create_table(
        "polls",
        sa.Column("car_id", ID, nullable=False),
        sa.Column("next_poll_at", INSTANT, nullable=False),
        sa.Column("wanted_at", INSTANT, nullable=True),
        sa.Column("next_sharing_at", INSTANT, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.Column("lease", sa.String(), nullable=True),
        sa.Column("leased_until", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["car_id"],
            ["cars.car_id"],
            name=op.f("fk_polls_car_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("car_id", name=op.f("pk_polls")),
    )
    op.create_index(op.f("ix_polls_next_poll_at"), "polls", ["next_poll_at"], unique=False)


def downgrade() -> None:
    """Undo it."""
    op.drop_index(op.f("ix_polls_next_poll_at"), table_name="polls")
    op.drop_table("polls")
    op.drop_index(op.f("ix_outbox_opening_id"), table_name="outbox")
    op.drop_index(op.f("ix_outbox_kind_key"), table_name="outbox")
    op.drop_index(
        "ix_outbox_due",
        table_name="outbox",
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.drop_table("outbox")
    op.drop_table("mutes")
    op.drop_index(op.f("ix_members_car_id"), table_name="members")
    op.drop_table("members")
    op.drop_table("invitations")
    op.drop_table("geofences")
    op.drop_index(
        "ix_episodes_open",
        table_name="episodes",
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.drop_table("episodes")
    op.drop_index(
        "ix_commands_open",
        table_name="commands",
        sqlite_where=sa.text("state IN ('sending', 'accepted')"),
        postgresql_where=sa.text("state IN ('sending', 'accepted')"),
    )
    op.drop_table("commands")
    op.drop_index(op.f("ix_car_links_car_id"), table_name="car_links")
    op.drop_table("car_links")
    op.drop_index(op.f("ix_bookings_car_id_starts_at"), table_name="bookings")
    op.drop_table("bookings")
    op.drop_table("request_counts")
    op.drop_index(op.f("ix_cars_chat_id"), table_name="cars")
    op.drop_table("cars")
    op.drop_table("turns")
    op.drop_table("dialogs")
    op.drop_index(op.f("ix_buttons_group_name"), table_name="buttons")
    op.drop_index(op.f("ix_buttons_expires_at"), table_name="buttons")
    op.drop_table("buttons")
    op.drop_table("alert_settings")
    op.drop_table("accounts")
    op.drop_table("people")
    op.drop_table("login_pauses")
    op.drop_index(
        "ix_inbox_open",
        table_name="inbox",
        sqlite_where=sa.text("body IS NOT NULL"),
        postgresql_where=sa.text("body IS NOT NULL"),
    )
    op.drop_table("inbox")
    op.drop_table("data_keys")
    op.drop_table("chats")
