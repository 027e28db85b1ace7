# Apache Spark for ./plimsoll: fetched, and lab/spark built, when a command asks for it first. It is
# more than everything else together, so nobody else has to have it. Sourced; needs $app.

spark_home=$root/.plimsoll/spark
spark_job=$app/spark

# Whether a command line needs Spark.
asks_for_spark() {
  case ${1-} in
    spark) return 0 ;;
    sweep | assess | stress) ;;
    *) return 1 ;;
  esac
  for argument; do
    case $argument in --on | --on=*) return 0 ;; esac
  done
  return 1
}

# A build of the program has a folder of its own, so what is in it is as new as the sources are.
has_spark() {
  [ -r "$spark_job/stamp" ] && [ -r "$spark_home/stamp" ] &&
    [ -z "$(find "$root/pom.xml" "$root/lab/spark/pom.xml" -newer "$spark_home/stamp")" ]
}

build_spark() {
  . "$root/tools/build.sh"
  find_maven
  trap stopped INT TERM HUP
  take_lock
  has_spark || make_spark
  release_lock
  trap - INT TERM HUP
}

make_spark() {
  spark_version=$(sed -n 's|.*<spark.version>\(.*\)</spark.version>.*|\1|p' "$root/pom.xml")
  printf '%s: building what runs on Apache Spark %s; its jars, about 170 MB, are downloaded once\n' \
    "$name" "$spark_version" >&2
  log=$state/spark.log
  rm -rf "$root/lab/spark/target/classes" "$root/lab/spark/target/jars" "$root/lab/spark/target/job"
  {
    status=0
    run_maven -Pspark -Dmaven.test.skip=true -pl lab/spark -am package || status=$?
    printf '%s\n' "$status" >"$state/status"
  } 2>&1 | show_progress 3>"$log"
  IFS= read -r status <"$state/status"
  if [ "$status" -ne 0 ]; then
    release_lock
    printf '%s: the build failed; the end of %s:\n' "$name" "$log" >&2
    grep '^\[ERROR\]' "$log" | tail -n 10 >&2
    exit 1
  fi
  rm -rf "$spark_home/jars" "$spark_job"
  mkdir -p "$spark_home" "$spark_job"
  mv "$root/lab/spark/target/jars" "$spark_home/jars"
  cp "$root"/lab/spark/target/job/*.jar "$root"/lab/spark/target/plimsoll-spark-*.jar "$spark_job"
  : >"$spark_home/stamp"
  : >"$spark_job/stamp"
}

# Adds to class_path what a driver needs besides the program, and sets spark_opens.
add_spark() {
  for jar in "$spark_job"/plimsoll-spark-*.jar "$spark_home"/jars/*.jar; do
    class_path=$class_path:$jar
  done
  spark_opens=
  for package in java.io java.lang java.lang.invoke java.lang.reflect java.net java.nio java.util \
    java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs \
    sun.util.calendar; do
    spark_opens="$spark_opens --add-opens=java.base/$package=ALL-UNNAMED"
  done
}
