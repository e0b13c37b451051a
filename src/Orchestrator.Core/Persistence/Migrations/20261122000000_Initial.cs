using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Orchestrator.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,");

            migrationBuilder.CreateTable(
                name: "audit_event",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    call_id = table.Column<string>(type: "text", nullable: true),
                    tool_call_id = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_event", x => new { x.org_id, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.org_id);
                });

            migrationBuilder.CreateTable(
                name: "call",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    caller_last_four = table.Column<string>(type: "text", nullable: true),
                    called_number_id = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    began_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false, computedColumnSql: "coalesce(started_at, created_at)", stored: true),
                    ended_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ended_reason = table.Column<string>(type: "text", nullable: true),
                    is_transferred = table.Column<bool>(type: "boolean", nullable: false),
                    duration_ms = table.Column<int>(type: "integer", nullable: true),
                    cost_usd = table.Column<decimal>(type: "numeric(12,6)", precision: 12, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call", x => new { x.org_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "credential_version",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    last_four = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    token_last_four = table.Column<string>(type: "text", nullable: true),
                    key_sid = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    tested_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    test_says = table.Column<string>(type: "text", nullable: true),
                    failed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true),
                    texted_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    activated_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    retired_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    promoted_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential_version", x => new { x.org_id, x.id });
                    table.CheckConstraint("credential_has_its_secret", "sealed is not null or state in ('draft', 'revoked')");
                    table.CheckConstraint("revoked_keeps_no_secret", "state <> 'revoked' or sealed is null");
                });

            migrationBuilder.CreateTable(
                name: "location",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    closures = table.Column<string>(type: "jsonb", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_location", x => new { x.org_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    duration_minutes = table.Column<int>(type: "integer", nullable: false),
                    buffer_before_minutes = table.Column<int>(type: "integer", nullable: false),
                    buffer_after_minutes = table.Column<int>(type: "integer", nullable: false),
                    slot_interval_minutes = table.Column<int>(type: "integer", nullable: true),
                    min_notice_minutes = table.Column<int>(type: "integer", nullable: true),
                    horizon_days = table.Column<int>(type: "integer", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    requires_room_type = table.Column<string>(type: "text", nullable: true),
                    provider_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service", x => new { x.org_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tool_call",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    call_id = table.Column<string>(type: "text", nullable: true),
                    tool = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    lease_until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tool_call", x => new { x.org_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tool_note",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    call_id = table.Column<string>(type: "text", nullable: false),
                    tool = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    latency_ms = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    arguments = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tool_note", x => new { x.org_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "transcript",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    policy_name = table.Column<string>(type: "text", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    turns = table.Column<string>(type: "jsonb", nullable: false),
                    turn_count = table.Column<int>(type: "integer", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: true),
                    analysis = table.Column<string>(type: "jsonb", nullable: true),
                    structured = table.Column<string>(type: "jsonb", nullable: true),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    withheld_parts = table.Column<int>(type: "integer", nullable: false),
                    recording_url = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transcript", x => new { x.org_id, x.call_id });
                });

            migrationBuilder.CreateTable(
                name: "credential_use",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hour = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    sends = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    last_used_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential_use", x => new { x.org_id, x.version_id, x.hour });
                    table.ForeignKey(
                        name: "fk_credential_use_credential_version_org_id_version_id",
                        columns: x => new { x.org_id, x.version_id },
                        principalTable: "credential_version",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "provider",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false),
                    working_hours = table.Column<string>(type: "jsonb", nullable: false),
                    breaks = table.Column<string>(type: "jsonb", nullable: false),
                    date_overrides = table.Column<string>(type: "jsonb", nullable: false),
                    time_off = table.Column<string>(type: "jsonb", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_provider_location_org_id_location_id",
                        columns: x => new { x.org_id, x.location_id },
                        principalTable: "location",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "room",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_room_location_org_id_location_id",
                        columns: x => new { x.org_id, x.location_id },
                        principalTable: "location",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "org_settings",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    locale = table.Column<string>(type: "text", nullable: false),
                    slot_interval_minutes = table.Column<int>(type: "integer", nullable: false),
                    min_notice_minutes = table.Column<int>(type: "integer", nullable: false),
                    horizon_days = table.Column<int>(type: "integer", nullable: false),
                    hold_minutes = table.Column<int>(type: "integer", nullable: false),
                    retention_days = table.Column<int>(type: "integer", nullable: false),
                    transfer_number = table.Column<string>(type: "text", nullable: true),
                    is_test = table.Column<bool>(type: "boolean", nullable: false),
                    otp_digits = table.Column<int>(type: "integer", nullable: false),
                    otp_life_minutes = table.Column<int>(type: "integer", nullable: false),
                    otp_max_attempts = table.Column<int>(type: "integer", nullable: false),
                    otp_cooldown_seconds = table.Column<int>(type: "integer", nullable: false),
                    otp_max_sends = table.Column<int>(type: "integer", nullable: false),
                    otp_is_required = table.Column<bool>(type: "boolean", nullable: false),
                    otp_allowed_countries = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_org_settings", x => x.org_id);
                    table.ForeignKey(
                        name: "fk_org_settings_organization_org_id",
                        column: x => x.org_id,
                        principalTable: "organization",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "redaction_policy",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    preset = table.Column<string>(type: "text", nullable: false),
                    overrides = table.Column<string>(type: "jsonb", nullable: false),
                    allow_terms = table.Column<string[]>(type: "text[]", nullable: false),
                    deny_terms = table.Column<string[]>(type: "text[]", nullable: false),
                    keeps_recordings = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redaction_policy", x => new { x.org_id, x.version });
                    table.ForeignKey(
                        name: "fk_redaction_policy_organization_org_id",
                        column: x => x.org_id,
                        principalTable: "organization",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "redaction_run",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    from_versions = table.Column<int[]>(type: "integer[]", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    last_call_id = table.Column<string>(type: "text", nullable: true),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    hidden = table.Column<int>(type: "integer", nullable: false),
                    withheld = table.Column<int>(type: "integer", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redaction_run", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_redaction_run_organization_org_id",
                        column: x => x.org_id,
                        principalTable: "organization",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "voice_assistant",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voice_assistant", x => x.id);
                    table.ForeignKey(
                        name: "fk_voice_assistant_organization_org_id",
                        column: x => x.org_id,
                        principalTable: "organization",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "voice_number",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voice_number", x => x.id);
                    table.ForeignKey(
                        name: "fk_voice_number_organization_org_id",
                        column: x => x.org_id,
                        principalTable: "organization",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "voice_secret",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    last_four = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voice_secret", x => x.hash);
                    table.ForeignKey(
                        name: "fk_voice_secret_organization_org_id",
                        column: x => x.org_id,
                        principalTable: "organization",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "external_busy",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    is_opaque = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_busy", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_external_busy_provider_org_id_provider_id",
                        columns: x => new { x.org_id, x.provider_id },
                        principalTable: "provider",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "booking",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    starts_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    blocked_from = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    blocked_to = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    hold_expires_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    call_id = table.Column<string>(type: "text", nullable: true),
                    patient_name = table.Column<string>(type: "text", nullable: true),
                    patient_phone = table.Column<string>(type: "text", nullable: true),
                    group_key = table.Column<Guid>(type: "uuid", nullable: false),
                    seat = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    extensions = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_booking_provider_org_id_provider_id",
                        columns: x => new { x.org_id, x.provider_id },
                        principalTable: "provider",
                        principalColumns: new[] { "org_id", "id" });
                    table.ForeignKey(
                        name: "fk_booking_room_org_id_room_id",
                        columns: x => new { x.org_id, x.room_id },
                        principalTable: "room",
                        principalColumns: new[] { "org_id", "id" });
                    table.ForeignKey(
                        name: "fk_booking_service_org_id_service_id",
                        columns: x => new { x.org_id, x.service_id },
                        principalTable: "service",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "otp_challenge",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: false),
                    caller_phone = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    max_attempts = table.Column<int>(type: "integer", nullable: false),
                    sends = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    next_send_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    verified_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_otp_challenge", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_otp_challenge_booking_org_id_booking_id",
                        columns: x => new { x.org_id, x.booking_id },
                        principalTable: "booking",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "sms_message",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_four = table.Column<string>(type: "text", nullable: true),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    provider_message_sid = table.Column<string>(type: "text", nullable: true),
                    provider_status = table.Column<string>(type: "text", nullable: true),
                    http_status = table.Column<int>(type: "integer", nullable: true),
                    error_code = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    credential_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sms_message", x => new { x.org_id, x.id });
                    table.CheckConstraint("sent_has_message_id", "state not in ('accepted', 'delivered', 'undelivered') or coalesce(provider_message_sid, '') <> ''");
                    table.ForeignKey(
                        name: "fk_sms_message_booking_org_id_booking_id",
                        columns: x => new { x.org_id, x.booking_id },
                        principalTable: "booking",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "staff_note",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_note", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_staff_note_booking_org_id_booking_id",
                        columns: x => new { x.org_id, x.booking_id },
                        principalTable: "booking",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "otp_dispatch",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    challenge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    mac = table.Column<byte[]>(type: "bytea", nullable: true),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false, defaultValue: "text"),
                    provider_message_sid = table.Column<string>(type: "text", nullable: true),
                    provider_status = table.Column<string>(type: "text", nullable: true),
                    http_status = table.Column<int>(type: "integer", nullable: true),
                    error_code = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    credential_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    code_expires_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    checked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    checks = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_otp_dispatch", x => new { x.org_id, x.id });
                    table.CheckConstraint("sent_has_message_id", "state not in ('accepted', 'delivered', 'undelivered') or coalesce(provider_message_sid, '') <> ''");
                    table.ForeignKey(
                        name: "fk_otp_dispatch_otp_challenge_org_id_challenge_id",
                        columns: x => new { x.org_id, x.challenge_id },
                        principalTable: "otp_challenge",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "dispatch_owner",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    credential_version_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_owner", x => new { x.org_id, x.id });
                    table.ForeignKey(
                        name: "fk_dispatch_owner_sms_message_org_id_id",
                        columns: x => new { x.org_id, x.id },
                        principalTable: "sms_message",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "sms_report",
                columns: table => new
                {
                    org_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    error_code = table.Column<int>(type: "integer", nullable: true),
                    is_news = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sms_report", x => new { x.org_id, x.message_id, x.number });
                    table.ForeignKey(
                        name: "fk_sms_report_sms_message_org_id_message_id",
                        columns: x => new { x.org_id, x.message_id },
                        principalTable: "sms_message",
                        principalColumns: new[] { "org_id", "id" });
                });

            migrationBuilder.CreateIndex(
                name: "ix_call_org_id_began_at_id",
                table: "call",
                columns: new[] { "org_id", "began_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_credential_version_org_id_number",
                table: "credential_version",
                columns: new[] { "org_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_owner_id",
                table: "dispatch_owner",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_external_busy_org_id_provider_id_starts_at",
                table: "external_busy",
                columns: new[] { "org_id", "provider_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_location_org_id_key",
                table: "location",
                columns: new[] { "org_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_slug",
                table: "organization",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_otp_challenge_org_id_booking_id",
                table: "otp_challenge",
                columns: new[] { "org_id", "booking_id" });

            migrationBuilder.CreateIndex(
                name: "ix_otp_challenge_org_id_caller_phone_created_at",
                table: "otp_challenge",
                columns: new[] { "org_id", "caller_phone", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_otp_challenge_org_id_phone_created_at",
                table: "otp_challenge",
                columns: new[] { "org_id", "phone", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_otp_dispatch_org_id_challenge_id_generation",
                table: "otp_dispatch",
                columns: new[] { "org_id", "challenge_id", "generation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_otp_dispatch_org_id_started_at",
                table: "otp_dispatch",
                columns: new[] { "org_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_provider_org_id_key",
                table: "provider",
                columns: new[] { "org_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_room_org_id_key",
                table: "room",
                columns: new[] { "org_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_org_id_key",
                table: "service",
                columns: new[] { "org_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sms_message_org_id_booking_id",
                table: "sms_message",
                columns: new[] { "org_id", "booking_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sms_message_org_id_created_at_id",
                table: "sms_message",
                columns: new[] { "org_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_note_org_id_booking_id",
                table: "staff_note",
                columns: new[] { "org_id", "booking_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tool_call_org_id_call_id",
                table: "tool_call",
                columns: new[] { "org_id", "call_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tool_note_org_id_call_id",
                table: "tool_note",
                columns: new[] { "org_id", "call_id" });

            migrationBuilder.CreateIndex(
                name: "ix_voice_assistant_org_id",
                table: "voice_assistant",
                column: "org_id");

            migrationBuilder.CreateIndex(
                name: "ix_voice_number_number",
                table: "voice_number",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_voice_number_org_id",
                table: "voice_number",
                column: "org_id");

            migrationBuilder.CreateIndex(
                name: "ix_voice_secret_org_id",
                table: "voice_secret",
                column: "org_id");

            SqlScripts.Apply(
                migrationBuilder,
                "0000_roles",
                "0001_clock",
                "0002_tenancy",
                "0003_audit",
                "0004_ledger",
                "0005_claim_slot",
                "0006_booking_changes",
                "0007_tool_calls",
                "0008_verification",
                "0010_calls",
                "0011_staff_actions",
                "0012_desk",
                "0013_retention",
                "0014_messages",
                "0015_credentials",
                "0016_redaction");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            throw new NotSupportedException("A database is restored from its backup, never migrated down.");
        }
    }
}
