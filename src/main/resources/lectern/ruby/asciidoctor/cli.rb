# Stands in for Asciidoctor's command line, which AsciidoctorJ loads and only its own
# command line calls: its option parser takes a tenth of a second to read.
module Asciidoctor
  module Cli
    class Invoker
    end
  end
end
