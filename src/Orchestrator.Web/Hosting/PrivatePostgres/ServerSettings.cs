using System.Globalization;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>The server's settings, written before every start so that a newer version of ours takes effect.</summary>
internal static class ServerSettings
{
    public static string Text(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        # Written by Orchestrator at every start.
        listen_addresses = '127.0.0.1'
        port = {port}
        unix_socket_directories = ''
        max_connections = 120
        password_encryption = 'scram-sha-256'

        # Sized for a small machine with two cores.
        shared_buffers = '128MB'
        effective_cache_size = '512MB'
        max_wal_size = '1GB'
        checkpoint_timeout = '15min'
        random_page_cost = 1.1
        jit = off

        # An acknowledged booking survives a crash.
        fsync = on
        synchronous_commit = on
        full_page_writes = on

        # A transaction is short here; one that was forgotten must not hold its locks.
        idle_in_transaction_session_timeout = '60s'
        timezone = 'UTC'
        log_timezone = 'UTC'

        # The log tells of the server and never of its rows: an error's text, detail and statement can hold a patient's data.
        log_min_messages = log
        log_min_error_statement = panic
        log_statement = none
        log_min_duration_statement = -1
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_error_verbosity = terse
        log_lock_waits = off
        log_temp_files = -1

        # ServerLogs keeps the newest few.
        logging_collector = on
        log_destination = 'stderr'
        log_directory = 'log'
        log_filename = 'server-%Y%m%d-%H%M%S.log'
        log_file_mode = 0600
        log_rotation_age = '1d'
        log_rotation_size = '5MB'
        log_line_prefix = '%m [%p] '

        """);
}
