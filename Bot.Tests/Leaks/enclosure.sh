#!/bin/sh
# Usage: unshare --net --mount -- sh enclosure.sh FOLDER MEGABYTES KEEP…
# Makes the namespaces that it was started in a place from which nothing gets out unseen, says "ready", and stays:
# - network: loopback, and one interface whose default route leads nowhere; the name server lies on it;
# - files: everything is read-only but /tmp, /var/tmp, /run, /dev/shm and /dev, which lie below FOLDER/written; the data folder
#   /tmp/data has MEGABYTES of its own. Each KEEP is seen where it lies, even below /tmp.
set -eu
folder=$1 megabytes=$2
shift 2
written=$folder/written

ip link set lo up
ip link add out0 type veth peer name nowhere0
ip link set nowhere0 up
ip link set out0 up
ip address add 10.77.0.2/24 dev out0
ip neighbour add 10.77.0.1 lladdr 02:00:00:00:00:01 dev out0 nud permanent
ip route add default via 10.77.0.1
if [ -e /proc/sys/net/ipv6 ]; then
  ip -6 address add fd77::2/64 dev out0 nodad
  ip -6 neighbour add fd77::1 lladdr 02:00:00:00:00:01 dev out0 nud permanent
  ip -6 route add default via fd77::1
fi

mount --make-rprivate /
mkdir -p "$written/tmp/data" "$written/tmp/home" "$written/tmp/work" "$written/var/tmp" "$written/run" "$written/dev/shm"
chmod 1777 "$written/tmp" "$written/var/tmp" "$written/dev/shm"

for keep; do
  mkdir -p "$written$keep"
  mount --bind "$keep" "$written$keep"
  mount -o remount,bind,ro "$written$keep"
done

for device in null zero full random urandom tty; do
  : >"$written/dev/$device"
  mount --bind "/dev/$device" "$written/dev/$device"
done
ln -s /proc/self/fd "$written/dev/fd"

printf 'nameserver 10.77.0.53\noptions timeout:1 attempts:1\n' >"$folder/resolv.conf"
mount --bind "$folder/resolv.conf" "$(readlink -f /etc/resolv.conf)"

findmnt --raw --noheadings --output TARGET,FSTYPE | while read -r target type; do
  case $type in
    proc | sysfs | cgroup | cgroup2 | devtmpfs | devpts | mqueue | securityfs | debugfs | tracefs | bpf) continue ;;
  esac
  case $target in
    /dev/* | "$written"/*) continue ;;
  esac
  mount -o remount,bind,ro "$target"
done

mount -t tmpfs -o "size=${megabytes}m" tmpfs "$written/tmp/data"
# A bind is as read-only as where it was taken from, which by now is everything.
for place in /var/tmp /run /dev /tmp; do
  mount --rbind "$written$place" "$place"
  mount -o remount,bind,rw "$place"
done

echo ready
exec sleep infinity
