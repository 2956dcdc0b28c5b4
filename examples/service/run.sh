#!/bin/sh
# run.sh: installs what the service needs, builds it and starts it; it ends on Ctrl-C or SIGTERM.
#
# sh examples/service/run.sh [--port N] [--database URL] [--address A] [--most N] [--deadline MS] [--patience MS]
set -eu
exec sh "$(dirname "$0")/../run.sh" service "$@"
