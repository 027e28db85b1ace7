# The build of ./plimsoll: main code only, no tests, no analysis. Sourced when the stamp is old.
# Each good build gets a directory of its own under .plimsoll, so that a program that runs from the
# previous one is not pulled from under its feet.

state=$root/.plimsoll
lock=$state/lock

# Ends a build that was interrupted. 5 is the exit code for a run that was stopped.
stopped() {
  release_lock
  printf '%s: stopped; the next start goes on with the build\n' "$name" >&2
  exit 5
}

release_lock() {
  [ "$(readlink "$lock" 2>/dev/null)" != "$$" ] || rm -f "$lock"
}

# One build at a time. The lock is a symbolic link to the number of the process that holds it: made
# in one step, and its holder can be asked after. A dead holder's lock is moved away, under a second
# lock so that two waiters cannot both do it.
take_lock() {
  waited=
  until ln -s "$$" "$lock" 2>/dev/null; do
    [ -w "$state" ] || missing "cannot write to $state"
    holder=$(readlink "$lock" 2>/dev/null) || continue
    if ! kill -0 "$holder" 2>/dev/null; then
      if mkdir "$lock.break" 2>/dev/null; then
        [ "$(readlink "$lock" 2>/dev/null)" != "$holder" ] || rm -f "$lock"
        rmdir "$lock.break"
      fi
      sleep 1
      continue
    fi
    [ -n "$waited" ] || printf '%s: waiting for the build of process %s\n' "$name" "$holder" >&2
    waited=yes
    sleep 1
  done
}

# Turns Maven's lines into one line per module, and a sign of life while it downloads.
show_progress() {
  downloads=0
  while IFS= read -r line; do
    strip_resets
    printf '%s\n' "$line" >&3
    case $line in
      *'] Building plimsoll-'*)
        module=${line#*Building plimsoll-}
        step=${module##*\[}
        printf '%s:   [%s] %s\n' "$name" "${step%\]*}" "${module%% *}" >&2
        ;;
      *'Downloaded from '*)
        downloads=$((downloads + 1))
        [ $((downloads % 50)) -ne 0 ] ||
          printf '%s:   %s files downloaded\n' "$name" "$downloads" >&2
        ;;
    esac
  done
}

# Leaves the class path in the new directory $1: the program's jar first, then what it needs.
collect_jars() {
  cp "$root"/cli/target/plimsoll-cli-*.jar "$root"/cli/target/lib/*.jar "$1"
  for jar in "$1"/plimsoll-cli-*.jar "$1"/*.jar; do
    case $jar in
      *-sources.jar) ;;
      *) printf '%s\n' "${jar##*/}" ;;
    esac
  done | awk '!seen[$0]++' >"$1/class-path"
}

# Records the classes that a typical command needs, which halves the CPU of every later start. A
# program without the record is only slower, so a JDK that cannot make one is no error.
warm_up() {
  read_class_path "$1"
  "$JAVA_HOME/bin/java" -XX:ArchiveClassesAtExit="$1/$jdk_version.jsa" -XX:+UseSerialGC \
    -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    -cp "$class_path" org.plimsoll.cli.Plimsoll assess levine-8 \
    >"$1/warm-up.log" 2>&1 || :
}

build() {
  find_maven
  mkdir -p "$state" 2>/dev/null || missing "cannot write to $state"
  trap stopped INT TERM HUP
  take_lock
  if is_fresh; then
    release_lock
    trap - INT TERM HUP
    return
  fi
  build_app
  release_lock
  trap - INT TERM HUP
}

build_app() {
  printf '%s: building (JDK %s, Maven %s)\n' "$name" "$jdk_version" "$version" >&2
  number=1
  while [ -e "$state/app.$number" ]; do number=$((number + 1)); done
  app=$state/app.$number
  log=$state/build.log
  mkdir "$app"
  # From nothing every time: it costs a few seconds, and no class is left that a source has lost.
  rm -rf "$root"/core/*/target/classes "$root"/lab/*/target/classes "$root/cli/target/classes" \
    "$root/cli/target/lib" "$root"/cli/target/plimsoll-cli-*.jar
  printf '%s\n' "$app" >"$stamp.new"
  {
    status=0
    run_maven -Dmaven.test.skip=true -pl cli -am package || status=$?
    printf '%s\n' "$status" >"$state/status"
  } 2>&1 | show_progress 3>"$log"
  IFS= read -r status <"$state/status"
  if [ "$status" -ne 0 ]; then
    release_lock
    printf '%s: the build failed; the end of %s:\n' "$name" "$log" >&2
    grep -v -e '^\[INFO\]' -e 'Help 1' -e 'Re-run Maven' -e 'For more information' \
      -e 'To see the full' -e 'After correcting' -e 'mvn <args>' -e '^\[ERROR\] *$' "$log" |
      tail -n 30 >&2
    exit 1
  fi
  collect_jars "$app"
  printf '%s:   start-up archive\n' "$name" >&2
  warm_up "$app"
  previous=
  [ ! -r "$stamp" ] || IFS= read -r previous <"$stamp"
  mv "$stamp.new" "$stamp"
  for old in "$state"/app.*; do
    [ "$old" = "$app" ] || [ "$old" = "$previous" ] || rm -rf "$old"
  done
}
