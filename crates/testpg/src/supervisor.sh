# Runs one PostgreSQL server for a test process, which sends commands through a pipe and gets one
# line back for each. The pipe closes however that process ends; then the server is stopped and its
# folder, which is the working folder, removed.
# $1: the folder of PostgreSQL's programs.

bin=$1
folder=$PWD
server=
crashed=

# The process that reads the answers may be gone; clean up all the same.
trap '' PIPE

children() {
    if [ -r /proc/self/stat ]; then
        for stat in /proc/[0-9]*/stat; do
            read -r line 2>/dev/null <"$stat" || continue
            case $line in *") "[A-Za-z]" $server "*) echo "${line%% *}" ;; esac
        done 2>/dev/null
    else
        ps -A -o pid= -o ppid= | while read -r child parent; do
            [ "$parent" = "$server" ] && echo "$child"
        done
    fi
}

# Kills all processes at once, as if the machine failed. Stopping the postmaster first keeps it from
# starting or warning others.
crash() {
    kill -STOP "$server"
    kill -KILL $(children)
    kill -KILL $(children) "$server"
    wait "$server"
    server=
    crashed=1
} 2>/dev/null

end() {
    [ -z "$server" ] && return
    kill "-$1" "$server" 2>/dev/null
    wait "$server"
    server=
}

# A non-interactive shell only notices that a child has ended when it runs jobs.
is_alive() {
    jobs >/dev/null 2>&1
    [ -n "$server" ] && kill -0 "$server" 2>/dev/null
}

while read -r command arguments; do
    case $command in
    run)
        "$bin"/$arguments </dev/null >>log 2>&1
        ;;
    start)
        crashed=
        "$bin/postgres" -D data </dev/null >>log 2>&1 &
        server=$!
        ;;
    alive) is_alive ;;
    stop) end INT ;;
    kill) crash ;;
    esac
    echo $?
done

end QUIT
# A killed server leaves a shared memory segment behind; its id is at the end of the seventh line of
# this file.
[ -n "$crashed" ] && ipcrm -m "$(sed -n '7s/.* //p' data/postmaster.pid)" 2>/dev/null
cd / && rm -rf "$folder"
