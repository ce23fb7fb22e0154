
# --- what was asked for ---

yes='' prefix='' task=install_it stage='' stage_is_ours=no made_folders='' locked=no switched=no present=''
while [ $# -gt 0 ]; do
    case $1 in
    --yes | -y) yes=yes ;;
    --prefix)
        [ $# -gt 1 ] && [ -n "$2" ] || misused "--prefix needs a folder"
        prefix=$2
        shift
        ;;
    --prefix=?*) prefix=${1#--prefix=} ;;
    --uninstall) task=remove_it ;;
    --help | -h)
        usage
        exit 0
        ;;
    --version)
        say "saltdesk $version"
        exit 0
        ;;
    *) misused "unknown argument '$1'" ;;
    esac
    shift
done
place
"$task"
exit 0
